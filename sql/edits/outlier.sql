-- Hidiroglou and Berthelot (1986): the growth of a figure against the growth of all areas in the
-- same period, where large areas are allowed less. tolerance is their C, minimum the smallest
-- deviation from the median growth that is worth asking about; U is 0.4, A 0.05. Below ten areas
-- nothing is said. The bounds and the number of areas are printed.
insert into staging.comparison
    (edit_id, submission_id, indicator_code, measure, observed, closed_by, holds, expected,
    blocked_by, detail)
with
edit_keys as materialized (
    select *
    from staging.edit_key
    where edit_type = 'outlier'
),

kinds as materialized (
    select distinct edit_id, form_code, period_key, indicator_code, measure
    from edit_keys
),

pool as materialized (
    select
        kinds.*,
        present.area_key,
        (present.value / base.value)::double precision as growth,
        greatest(present.value, base.value)::double precision as size
    from kinds
    inner join staging.reference as present
        on present.form_code = kinds.form_code
        and present.period_key = kinds.period_key
        and present.indicator_code = kinds.indicator_code
        and present.measure = kinds.measure
        and present.value > 0
        and present.blocked_by is null
    inner join staging.reference as base
        on base.area_key = present.area_key
        and base.form_code = present.form_code
        and base.period_key = present.period_key
        and base.indicator_code = present.indicator_code
        and base.measure = 'YTD_LY'
        and base.value > 0
        and base.blocked_by is null
),

medians as materialized (
    select
        edit_id, form_code, period_key, indicator_code, measure,
        percentile_cont(0.5) within group (order by growth) as median,
        count(*) as areas
    from pool
    group by edit_id, form_code, period_key, indicator_code, measure
),

effects as (
    select
        medians.*,
        power(pool.size, 0.4) * case
            when pool.growth < medians.median then 1 - medians.median / pool.growth
            else pool.growth / medians.median - 1
        end as effect
    from pool
    inner join medians using (edit_id, form_code, period_key, indicator_code, measure)
),

quartiles as materialized (
    select
        edit_id, form_code, period_key, indicator_code, measure, median, areas,
        percentile_cont(0.25) within group (order by effect) as q1,
        percentile_cont(0.5) within group (order by effect) as q2,
        percentile_cont(0.75) within group (order by effect) as q3
    from effects
    group by edit_id, form_code, period_key, indicator_code, measure, median, areas
),

own as (
    select
        edit_key.*,
        base.value as base,
        base.blocked_by as base_blocked_by,
        quartiles.median,
        coalesce(quartiles.areas, 0) as areas,
        quartiles.q2 - edit_key.declared_tolerance::double precision
        * greatest(quartiles.q2 - quartiles.q1, abs(0.05 * quartiles.q2)) as lower_bound,
        quartiles.q2 + edit_key.declared_tolerance::double precision
        * greatest(quartiles.q3 - quartiles.q2, abs(0.05 * quartiles.q2)) as upper_bound,
        (edit_key.value / base.value)::double precision as growth,
        power(greatest(edit_key.value, base.value)::double precision, 0.4) as size
    from edit_keys as edit_key
    inner join staging.series as base
        on base.submission_id = edit_key.submission_id
        and base.indicator_code = edit_key.indicator_code
        and base.measure = 'YTD_LY'
        and (base.value > 0 or base.value is null)
    left join quartiles
        on quartiles.edit_id = edit_key.edit_id
        and quartiles.period_key = edit_key.period_key
        and quartiles.indicator_code = edit_key.indicator_code
        and quartiles.measure = edit_key.measure
    where edit_key.value > 0
        or edit_key.blocked_by is not null
),

effected as (
    select
        own.*,
        size * case when growth < median then 1 - median / growth else growth / median - 1 end
            as effect
    from own
)

select
    edit_id,
    submission_id,
    indicator_code,
    measure,
    value,
    closed_by,
    coalesce(
        abs(growth / median - 1) < minimum::double precision
        or effect between lower_bound and upper_bound,
        false
    ),
    (base * median::numeric),
    coalesce(
        base_blocked_by,
        case when base is null or value is null then 'NO_VALUE' end,
        case when areas < 10 then 'COVERAGE' end
    ),
    concat(
        'n=', areas, '，E=', round(effect::numeric, 2), '，[', round(lower_bound::numeric, 2),
        '，', round(upper_bound::numeric, 2), ']'
    )
from effected
