-- Two differing files that came together and whose reporting dates are equal or absent: nobody
-- can tell which one holds. They get a finding of their own, and neither is published. One that was
-- held before and is only looked at again is no rival of one that came later.
insert into staging.reading_finding (submission_id, ordinal, code, arguments)
select
    rival.submission_id,
    1000000,
    'VERSION_AMBIGUOUS',
    jsonb_build_object(
        'area', area.area_name,
        'form', form.form_code,
        'period', period.period,
        'detail', string_agg(other.file_name, '、' order by other.submission_id)
    )
from ops.run_item as item
inner join ops.submission as rival
    on rival.submission_id = item.submission_id
    and rival.state = 'READ'
inner join ops.submission as other
    on other.area_key = rival.area_key
    and other.form_key = rival.form_key
    and other.period_key = rival.period_key
    and other.submission_id <> rival.submission_id
    and other.received_run = rival.received_run
    and other.file_sha256 <> rival.file_sha256
    and other.state = 'READ'
inner join warehouse.dim_area as area on area.area_key = rival.area_key
inner join warehouse.dim_form as form on form.form_key = rival.form_key
inner join warehouse.dim_period as period on period.period_key = rival.period_key
where item.run_id = :run_id
    and (
        nullif(rival.frame ->> 'reported_on', '') is null
        or nullif(other.frame ->> 'reported_on', '') is null
        or rival.frame ->> 'reported_on' = other.frame ->> 'reported_on'
    )
group by rival.submission_id, area.area_name, form.form_code, period.period
on conflict (submission_id, ordinal) do nothing
