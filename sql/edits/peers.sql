-- A rate against the median of all areas: further from it than the tolerance and than five times
-- the usual distance (the median absolute deviation) is asked about. Below ten areas nothing is
-- said.
with
edit_keys as materialized (
    select *
    from staging.edit_key
    where edit_type = 'peers'
),

kinds as materialized (
    select distinct edit_id, form_code, period_key, indicator_code, measure
    from edit_keys
),

pool as materialized (
    select kinds.*, present.value
    from kinds
    inner join staging.reference as present
        on present.form_code = kinds.form_code
        and present.period_key = kinds.period_key
        and present.indicator_code = kinds.indicator_code
        and present.measure = kinds.measure
        and present.value is not null
        and present.blocked_by is null
),

medians as materialized (
    select
        edit_id, form_code, period_key, indicator_code, measure,
        (percentile_disc(0.5) within group (order by value)) as median,
        count(*) as areas
    from pool
    group by edit_id, form_code, period_key, indicator_code, measure
),

distances as materialized (
    select
        medians.edit_id, medians.period_key, medians.indicator_code, medians.measure,
        medians.median, medians.areas,
        percentile_disc(0.5) within group (order by abs(pool.value - medians.median)) as usual
    from pool
    inner join medians using (edit_id, form_code, period_key, indicator_code, measure)
    group by
        medians.edit_id, medians.period_key, medians.indicator_code, medians.measure,
        medians.median, medians.areas
)

select
    edit_key.edit_id,
    edit_key.submission_id,
    edit_key.indicator_code,
    edit_key.measure,
    edit_key.value as observed,
    edit_key.closed_by,
    distances.median as lowest,
    distances.median as highest,
    greatest(edit_key.declared_tolerance, 5 * distances.usual) as tolerance,
    distances.median as expected,
    case when coalesce(distances.areas, 0) < 10 then 'COVERAGE' end as blocked_by,
    concat('n=', coalesce(distances.areas, 0)) as detail
from edit_keys as edit_key
left join distances
    on distances.edit_id = edit_key.edit_id
    and distances.period_key = edit_key.period_key
    and distances.indicator_code = edit_key.indicator_code
    and distances.measure = edit_key.measure
where edit_key.value is not null
    or edit_key.blocked_by is not null
