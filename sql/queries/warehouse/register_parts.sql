-- The further submissions of a file that holds many areas and periods, once each.
insert into ops.submission
    (file_name, file_sha256, file_size, received_at, received_run, state, area_key, form_key,
    period_key, part_of, expected_form)
select
    head.file_name,
    head.file_sha256,
    head.file_size,
    head.received_at,
    head.received_run,
    'RECEIVED',
    area.area_key,
    form.form_key,
    period.period_key,
    head.submission_id,
    head.expected_form
from ops.submission as head
cross join jsonb_to_recordset(:rows::jsonb) as part (area_code text, period text)
inner join warehouse.dim_area as area on area.area_code = part.area_code
inner join warehouse.dim_period as period on period.period = part.period
inner join warehouse.dim_form as form on form.form_code = head.expected_form
where head.submission_id = :submission_id
    and not exists (
        select 1
        from ops.submission as known
        where known.part_of = head.submission_id
            and known.area_key = area.area_key
            and known.period_key = period.period_key
    )
order by part.area_code, part.period
