-- What was published, to be looked at as if it came today.
insert into staging.subject
    (submission_id, area_key, form_code, period_key, state, lowest_level, frame)
select
    submission.submission_id,
    submission.area_key,
    form.form_code,
    submission.period_key,
    submission.state,
    0,
    submission.frame
from ops.submission as submission
inner join warehouse.dim_form as form on form.form_key = submission.form_key
inner join warehouse.dim_period as period on period.period_key = submission.period_key
where submission.state = 'PUBLISHED'
    and (period.period = :period or :period::text is null)
