-- Versions of one form, area and period are numbered in the order of their reporting dates; of
-- several that came together, the latest date wins.
update ops.submission as submission
set version = numbered.version
from (
    select
        fresh.submission_id,
        coalesce(known.newest, 0) + row_number() over (
            partition by fresh.area_key, fresh.form_key, fresh.period_key
            order by nullif(fresh.frame ->> 'reported_on', '') nulls first, fresh.submission_id
        ) as version
    from ops.submission as fresh
    left join lateral (
        select max(earlier.version) as newest
        from ops.submission as earlier
        where earlier.area_key = fresh.area_key
            and earlier.form_key = fresh.form_key
            and earlier.period_key = fresh.period_key
    ) as known on true
    where fresh.state = 'READ'
        and fresh.version is null
) as numbered
where submission.submission_id = numbered.submission_id
