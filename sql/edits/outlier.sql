-- Hidiroglou and Berthelot (1986): the growth of a figure against the growth of all areas in the
-- same period, where large areas are allowed less. Twelve areas give weak quartiles, so the same
-- period of last year is pooled with it, each year against its own median. tolerance is their C,
-- minimum the smallest deviation from the median growth that is worth asking about; U is 0.4, A
-- 0.05. A year of fewer than ten areas counts for nothing. The bounds and the number of figures
-- pooled are printed; sizes are those of the median area, so that they can be read as deviations.
with
edit_keys as materialized (
    select *
    from staging.edit_key
    where edit_type = 'outlier'
),

kinds as materialized (
    select distinct edit_id, form_code, period_key, last_year_key, indicator_code, measure
    from edit_keys
),

years as (
    select edit_id, form_code, period_key, indicator_code, measure, period_key as of_period
    from kinds
    union all
    select edit_id, form_code, period_key, indicator_code, measure, last_year_key as of_period
    from kinds
),

pool as materialized (
    select
        years.*,
        (present.value / base.value)::double precision as growth,
        greatest(present.value, base.value)::double precision as size
    from years
    inner join staging.reference as present
        on present.form_code = years.form_code
        and present.period_key = years.of_period
        and present.indicator_code = years.indicator_code
        and present.measure = years.measure
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
        edit_id, form_code, period_key, indicator_code, measure, of_period,
        percentile_cont(0.5) within group (order by growth) as median,
        percentile_cont(0.5) within group (order by size) as median_size
    from pool
    group by edit_id, form_code, period_key, indicator_code, measure, of_period
    having count(*) >= 10
),

effects as (
    select
        edit_id, period_key, indicator_code, measure,
        power(pool.size / medians.median_size, 0.4) * case
            when pool.growth < medians.median then 1 - medians.median / pool.growth
            else pool.growth / medians.median - 1
        end as effect
    from pool
    inner join medians
        using (edit_id, form_code, period_key, indicator_code, measure, of_period)
),

quartiles as materialized (
    select
        edit_id, period_key, indicator_code, measure,
        percentile_cont(0.25) within group (order by effect) as q1,
        percentile_cont(0.5) within group (order by effect) as q2,
        percentile_cont(0.75) within group (order by effect) as q3,
        count(*) as pooled
    from effects
    group by edit_id, period_key, indicator_code, measure
),

own as (
    select
        edit_key.*,
        base.value as base,
        base.blocked_by as base_blocked_by,
        medians.median,
        coalesce(quartiles.pooled, 0) as pooled,
        quartiles.q2 - edit_key.declared_tolerance::double precision
        * greatest(quartiles.q2 - quartiles.q1, abs(0.05 * quartiles.q2)) as lower_bound,
        quartiles.q2 + edit_key.declared_tolerance::double precision
        * greatest(quartiles.q3 - quartiles.q2, abs(0.05 * quartiles.q2)) as upper_bound,
        (edit_key.value / base.value)::double precision as growth,
        power(
            greatest(edit_key.value, base.value)::double precision / medians.median_size, 0.4
        ) as size
    from edit_keys as edit_key
    inner join staging.series as base
        on base.submission_id = edit_key.submission_id
        and base.indicator_code = edit_key.indicator_code
        and base.measure = 'YTD_LY'
        and (base.value > 0 or base.value is null)
    left join medians
        on medians.edit_id = edit_key.edit_id
        and medians.period_key = edit_key.period_key
        and medians.of_period = edit_key.period_key
        and medians.indicator_code = edit_key.indicator_code
        and medians.measure = edit_key.measure
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
        size * case
            -- Nothing may stand there where the cell is at fault already.
            when growth < median then 1 - median / nullif(growth, 0)
            else growth / median - 1
        end as effect
    from own
)

select
    edit_id,
    submission_id,
    indicator_code,
    measure,
    value as observed,
    closed_by,
    coalesce(
        abs(growth / median - 1) < minimum::double precision
        or effect between lower_bound and upper_bound,
        false
    ) as holds,
    (base * median::numeric) as expected,
    coalesce(
        base_blocked_by,
        case when base is null or value is null then 'NO_VALUE' end,
        case when median is null then 'COVERAGE' end
    ) as blocked_by,
    concat(
        'n=', pooled, '，E=', round(effect::numeric, 2), '，[', round(lower_bound::numeric, 2),
        '，', round(upper_bound::numeric, 2), ']'
    ) as detail
from effected
