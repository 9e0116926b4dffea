-- Under check: what was read, what is held, and of what is published the submissions whose edits
-- look at one of these: the next month, the same month next year, the region's own form, a form
-- that tells the same thing, and the other areas' forms of the month, where edits compare areas.
insert into staging.subject
    (submission_id, area_key, form_code, period_key, state, lowest_level, frame)
with
waiting as (
    select
        submission.submission_id,
        submission.area_key,
        submission.form_key,
        submission.period_key,
        submission.state,
        submission.frame
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
        published.state,
        published.frame
    from ops.submission as published
    inner join warehouse.dim_period as period on period.period_key = published.period_key
    inner join warehouse.dim_area as area on area.area_key = published.area_key
    where published.state = 'PUBLISHED'
        and exists (
            select 1
            from waiting
            inner join warehouse.dim_period as of_waiting
                on of_waiting.period_key = waiting.period_key
            where (
                waiting.area_key = published.area_key
                and waiting.form_key = published.form_key
                and waiting.period_key in (period.previous_key, period.last_year_key)
            )
            or (area.kind = 'region' and waiting.period_key = published.period_key)
            or (
                waiting.form_key = published.form_key
                and waiting.period_key = published.period_key
                and exists (
                    select 1
                    from warehouse.dim_edit as pooled
                    inner join warehouse.dim_form as compared
                        on compared.form_code = pooled.form_code
                    where pooled.is_current
                        and pooled.edit_type in ('outlier', 'peers')
                        and compared.form_key = published.form_key
                )
            )
            or (
                waiting.area_key = published.area_key
                and of_waiting.ends_on = period.ends_on
                and exists (
                    select 1
                    from warehouse.dim_edit as mirror
                    inner join warehouse.dim_form as looking
                        on looking.form_code = mirror.form_code
                    inner join warehouse.dim_form as mirrored
                        on mirrored.form_code = split_part(mirror.operands, '/', 1)
                    where mirror.is_current
                        and mirror.edit_type = 'mirror'
                        and looking.form_key = published.form_key
                        and mirrored.form_key = waiting.form_key
                )
            )
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
    taken.state,
    case when taken.state = 'PUBLISHED' then 2 else 0 end,
    taken.frame
from (
    select * from waiting
    union all
    select * from dependent
) as taken
inner join warehouse.dim_form as form on form.form_key = taken.form_key
