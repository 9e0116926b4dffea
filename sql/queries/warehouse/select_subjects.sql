-- Under check: what was read, what is held, and of what is published the submissions whose edits
-- look at one of these: the next month, the same month next year, the region's own form.
insert into staging.subject (submission_id, area_key, form_code, period_key, state)
with
waiting as (
    select
        submission.submission_id,
        submission.area_key,
        submission.form_key,
        submission.period_key,
        submission.state
    from ops.submission as submission
    where submission.state in ('READ', 'HELD')
        and submission.version is not null
),

dependent as (
    select distinct
        published.submission_id,
        published.area_key,
        published.form_key,
        published.period_key,
        published.state
    from ops.submission as published
    inner join warehouse.dim_period as period on period.period_key = published.period_key
    inner join warehouse.dim_area as area on area.area_key = published.area_key
    where published.state = 'PUBLISHED'
        and exists (
            select 1
            from waiting
            where (
                waiting.area_key = published.area_key
                and waiting.form_key = published.form_key
                and waiting.period_key in (period.previous_key, period.last_year_key)
            )
            or (area.kind = 'region' and waiting.period_key = published.period_key)
        )
        -- A version that is being replaced has had its say.
        and not exists (
            select 1
            from waiting
            where waiting.area_key = published.area_key
                and waiting.form_key = published.form_key
                and waiting.period_key = published.period_key
        )
)

select
    taken.submission_id,
    taken.area_key,
    form.form_code,
    taken.period_key,
    taken.state
from (
    select * from waiting
    union all
    select * from dependent
) as taken
inner join warehouse.dim_form as form on form.form_key = taken.form_key
