-- A growth rate over the same period of last year: the region's published rate; else, for flows,
-- from the areas' levels on the comparable basis, numerator and base over the same areas. Never a
-- mean of rates, and never real growth from current-price levels: those indicators have no summed
-- figure.
insert into staging.judgement
    (target_key, target_id, period_key, area_key, actual_value, required_rest, basis, deciding,
    is_met, coverage_have, coverage_want, reason, note)
with
levels as (
    select
        level_now.indicator_code,
        sum(level_now.value) filter (
            where coalesce(base_comparable.value, base_published.value) is not null
        ) as total_now,
        sum(coalesce(base_comparable.value, base_published.value)) as total_base,
        count(*) filter (
            where coalesce(base_comparable.value, base_published.value) is null
        ) as areas_without_base
    from staging.area_figure as level_now
    left join staging.area_figure as base_comparable
        on base_comparable.indicator_code = level_now.indicator_code
        and base_comparable.measure = 'YTD_LY_COMP'
        and base_comparable.period_year = level_now.period_year
        and base_comparable.end_month = level_now.end_month
        and base_comparable.area_key = level_now.area_key
    left join staging.area_figure as base_published
        on base_published.indicator_code = level_now.indicator_code
        and base_published.measure = 'YTD_LY'
        and base_published.period_year = level_now.period_year
        and base_published.end_month = level_now.end_month
        and base_published.area_key = level_now.area_key
    where level_now.period_year = :period_year
        and level_now.end_month = :end_month
        and level_now.measure = 'YTD'
        and not level_now.is_region
        and level_now.value is not null
    group by level_now.indicator_code
),

figures as (
    select
        target.*,
        published.published as published_rate,
        case
            when indicator.regional_figure in ('published_or_sum', 'sum')
                and levels.total_base > 0
                then round(100 * (levels.total_now / levels.total_base - 1), 2)
        end as rate_from_levels,
        level_figure.areas_have - coalesce(levels.areas_without_base, 0) as areas_have,
        level_figure.areas_want,
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
    left join levels on levels.indicator_code = target.indicator_code
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

compared as (
    select
        figures.*,
        coalesce(published_rate, rate_from_levels) as actual,
        value_in_base - case when modality in ('about', 'near') then tolerance_in_base else 0 end
            as threshold
    from figures
)

select
    target_key,
    target_id,
    :period_key,
    (select area_key from warehouse.dim_area where area_code = '150000'),
    actual,
    case
        when :end_month < 12 and level_then_year > level_then
            then round(100 * (
                ((1 + value_in_base / 100) * level_then_year - level_now)
                / (level_then_year - level_then) - 1
            ), 2)
    end,
    'points',
    case when direction = 'down' then threshold - actual else actual - threshold end,
    case
        when direction = 'down' then actual <= value_in_base + tolerance_in_base
        when modality = 'exceed' then actual > value_in_base
        else actual >= threshold
    end,
    case when published_rate is null then areas_have end,
    case when published_rate is null then areas_want end,
    case
        when actual is null then 'NO_DATA'
        when published_rate is null and areas_have < areas_want then 'COVERAGE'
    end,
    nullif(concat_ws(
        ';',
        case
            when modality = 'about' and actual >= threshold and actual < value_in_base
                then 'ABOUT_DECIDES'
        end,
        case
            when published_rate is not null
                and areas_have = areas_want
                and abs(published_rate - rate_from_levels) > 0.5
                then 'SOURCES_DIFFER ' || warehouse.plain(rate_from_levels)
        end
    ), '')
from compared
