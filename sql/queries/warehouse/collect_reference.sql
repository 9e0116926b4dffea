-- As others see a series: the newest version under check that passed levels 0 and 1, else what is
-- published.
insert into staging.reference
    (area_key, form_code, period_key, indicator_code, measure, value, obs_status, submission_id,
    rounding, blocked_by)
select distinct on (
    series.area_key,
    series.form_code,
    series.period_key,
    series.indicator_code,
    series.measure
)
    series.area_key,
    series.form_code,
    series.period_key,
    series.indicator_code,
    series.measure,
    series.value,
    series.obs_status,
    series.submission_id,
    series.rounding,
    series.blocked_by
from staging.series as series
left join staging.subject as subject on subject.submission_id = series.submission_id
where not series.is_subject
    or subject.is_clean
order by
    series.area_key,
    series.form_code,
    series.period_key,
    series.indicator_code,
    series.measure,
    series.submission_id desc
