-- A growth rate over the same period of last year: the region's published rate; else, for flows,
-- from the areas' levels on the comparable basis, numerator and base over the same areas; else from
-- the areas' rates by the weight of their base. Never a mean of rates, and never real growth from
-- current-price levels: those indicators have no summed figure.
insert into staging.judgement
    (target_key, target_id, period_key, area_key, actual_value, required_rest, basis, deciding,
    is_met, coverage_have, coverage_want, reason, note, threshold, tolerance, source,
    areas_value, inputs)
with
of_areas as (
    select
        now.indicator_code,
        now.area_key,
        max(now.value) filter (
            where now.measure = 'YTD' and now.period_year = :period_year
        ) as level,
        -- A blank beside a published base says that the basis is the same.
        coalesce(
            max(now.value) filter (where now.measure = 'YTD_LY_COMP'),
            max(now.value) filter (where now.measure = 'YTD_LY')
        ) as base,
        max(now.value) filter (
            where now.measure = 'YTD' and now.period_year = :period_year - 1
        ) as base_then,
        max(now.value) filter (where now.measure = 'YOY_YTD') as rate
    from staging.area_figure as now
    where now.end_month = :end_month
        and (
            (now.period_year = :period_year
                and now.measure in ('YTD', 'YTD_LY', 'YTD_LY_COMP', 'YOY_YTD'))
            or (now.period_year = :period_year - 1 and now.measure = 'YTD')
        )
        and not now.is_region
        and now.value is not null
    group by now.indicator_code, now.area_key
),

totals as (
    select
        indicator_code,
        sum(level) filter (where base is not null) as total_now,
        sum(base) filter (where level is not null) as total_base,
        count(*) filter (where level is not null and base is null) as areas_without_base,
        sum(coalesce(base, base_then) * rate) as weighted,
        sum(coalesce(base, base_then)) filter (where rate is not null) as weights,
        count(coalesce(base, base_then)) filter (where rate is not null) as areas_with_rate
    from of_areas
    group by indicator_code
),

figures as (
    select
        target.*,
        published.published as published_rate,
        case
            when indicator.regional_figure in ('published_or_sum', 'sum')
                and totals.total_base > 0
                then round(100 * (totals.total_now / totals.total_base - 1), 2)
        end as rate_from_levels,
        case
            when indicator.regional_figure in ('published_or_sum', 'sum')
                and totals.weights > 0
                then round(totals.weighted / totals.weights, 2)
        end as rate_from_rates,
        level_figure.areas_have - coalesce(totals.areas_without_base, 0) as areas_with_level,
        totals.areas_with_rate,
        (select count(*) from warehouse.dim_area where kind in ('league', 'city')) as areas_want,
        level_figure.figure as level_now,
        level_then.figure as level_then,
        level_then_year.figure as level_then_year
    from warehouse.dim_target as target
    inner join warehouse.dim_indicator as indicator
        on indicator.indicator_code = target.indicator_code
    left join staging.figure as published
        on published.indicator_code = target.indicator_code
        and published.period_year = :period_year
        and published.end_month = :end_month
        and published.measure = 'YOY_YTD'
    left join totals on totals.indicator_code = target.indicator_code
    left join staging.figure as level_figure
        on level_figure.indicator_code = target.indicator_code
        and level_figure.period_year = :period_year
        and level_figure.end_month = :end_month
        and level_figure.measure = 'YTD'
    left join staging.figure as level_then
        on level_then.indicator_code = target.indicator_code
        and level_then.period_year = :period_year - 1
        and level_then.end_month = :end_month
        and level_then.measure = 'YTD'
        and level_then.source = level_figure.source
    left join staging.figure as level_then_year
        on level_then_year.indicator_code = target.indicator_code
        and level_then_year.period_year = :period_year - 1
        and level_then_year.end_month = 12
        and level_then_year.measure = 'YTD'
        and level_then_year.source = level_figure.source
    where target.superseded_at is null
        and target.target_year = :period_year
        and target.kind = 'growth'
        and target.cannot_judge_reason is null
        and target.value_in_base is not null
),

sourced as (
    select
        figures.*,
        case
            when published_rate is not null then 'PUBLISHED'
            when rate_from_levels is not null and areas_with_level = areas_want then 'LEVELS'
            when rate_from_rates is not null and areas_with_rate = areas_want then 'RATES'
            when rate_from_levels is not null then 'LEVELS'
            when rate_from_rates is not null then 'RATES'
        end as source,
        case
            when areas_with_level = areas_want then rate_from_levels
            when areas_with_rate = areas_want then rate_from_rates
        end as rate_of_all_areas
    from figures
),

compared as (
    select
        sourced.*,
        case source
            when 'PUBLISHED' then published_rate
            when 'LEVELS' then rate_from_levels
            when 'RATES' then rate_from_rates
        end as actual,
        case source when 'LEVELS' then areas_with_level when 'RATES' then areas_with_rate end
            as areas_have
    from sourced
)

select
    target_key,
    target_id,
    :period_key,
    (select area_key from warehouse.dim_area where area_code = '150000'),
    actual,
    case
        -- Only where levels grow as the rate says: not where it is real and they are at current
        -- prices, where the basis was changed, or where an area is missing in one of the years.
        when :end_month < 12
            and level_then_year > level_then
            and abs(100 * (level_now / nullif(level_then, 0) - 1) - actual) <= 0.1
            then round(100 * (
                ((1 + value_in_base / 100) * level_then_year - level_now)
                / (level_then_year - level_then) - 1
            ), 2)
    end,
    'points',
    warehouse.points_beyond(modality, direction, actual, value_in_base, tolerance_in_base),
    warehouse.is_met(modality, direction, actual, value_in_base, tolerance_in_base),
    areas_have,
    case when areas_have is not null then areas_want end,
    case
        when actual is null then 'NO_DATA'
        when areas_have < areas_want then 'COVERAGE'
    end,
    nullif(concat_ws(
        ';',
        warehouse.other_reading(modality, direction, actual, value_in_base, tolerance_in_base),
        case
            when source = 'PUBLISHED' and abs(published_rate - rate_of_all_areas) > 0.5
                then 'SOURCES_DIFFER ' || warehouse.plain(rate_of_all_areas)
        end
    ), ''),
    warehouse.threshold(modality, direction, value_in_base, tolerance_in_base),
    warehouse.leeway(modality, tolerance_in_base),
    source,
    case when source = 'PUBLISHED' then rate_of_all_areas end,
    case source
        when 'PUBLISHED'
            then warehouse.series(indicator_code, :period_year, :end_month, 'YOY_YTD')
        when 'LEVELS'
            then concat_ws(
                '|',
                warehouse.series(indicator_code, :period_year, :end_month, 'YTD'),
                warehouse.series(indicator_code, :period_year, :end_month, 'YTD_LY_COMP'),
                warehouse.series(indicator_code, :period_year, :end_month, 'YTD_LY')
            )
        when 'RATES'
            then concat_ws(
                '|',
                warehouse.series(indicator_code, :period_year, :end_month, 'YOY_YTD'),
                warehouse.series(indicator_code, :period_year, :end_month, 'YTD_LY_COMP'),
                warehouse.series(indicator_code, :period_year, :end_month, 'YTD_LY'),
                warehouse.series(indicator_code, :period_year - 1, :end_month, 'YTD')
            )
    end
from compared
