-- A ratio is the sum of the numerators over the sum of the denominators, never a mean of ratios,
-- and both over the same areas: one that gave only one of the two is not covered.
insert into staging.judgement
    (target_key, target_id, period_key, area_key, actual_value, basis, deciding, is_met,
    coverage_have, coverage_want, reason, note, threshold, tolerance, source, areas_value, inputs)
with
sides as (
    select
        indicator.indicator_code,
        side.area_key,
        max(side.value) filter (where side.indicator_code = indicator.numerator) as numerator,
        max(side.value) filter (where side.indicator_code = indicator.denominator) as denominator,
        bool_or(side.indicator_code = indicator.numerator and side.obs_status in ('L', 'O', 'Q'))
            as withholds_numerator,
        bool_or(side.indicator_code = indicator.denominator and side.obs_status in ('L', 'O', 'Q'))
            as withholds_denominator
    from warehouse.dim_indicator as indicator
    inner join staging.area_figure as side
        on side.indicator_code in (indicator.numerator, indicator.denominator)
        and side.period_year = :period_year
        and side.end_month = :end_month
        and side.measure = 'YTD'
        and not side.is_region
    group by indicator.indicator_code, side.area_key
),

paired as (
    select
        indicator_code,
        sum(numerator) filter (where denominator is not null) as numerator,
        sum(denominator) filter (where numerator is not null) as denominator,
        count(*) filter (
            where not withholds_numerator
                and (
                    withholds_denominator
                    or (numerator is null) is distinct from (denominator is null)
                )
        ) as areas_unpaired
    from sides
    group by indicator_code
),

figures as (
    select
        target.*,
        own.published as published_ratio,
        indicator.numerator as numerator_code,
        indicator.denominator as denominator_code,
        case
            when numerator.source = 'SUM' and denominator.source = 'SUM'
                and numerator.areas_have - paired.areas_unpaired = numerator.areas_want
                then round(100 * paired.numerator / nullif(paired.denominator, 0), 2)
        end as areas_ratio,
        case
            when own.published is not null then own.published
            when numerator.source = 'PUBLISHED' and denominator.source = 'PUBLISHED'
                then round(100 * numerator.figure / nullif(denominator.figure, 0), 2)
            when numerator.source = 'SUM' and denominator.source = 'SUM'
                then round(100 * paired.numerator / nullif(paired.denominator, 0), 2)
        end as actual,
        case
            when numerator.source = 'SUM'
                then numerator.areas_have - paired.areas_unpaired
        end as areas_have,
        case when numerator.source = 'SUM' then numerator.areas_want end as areas_want
    from warehouse.dim_target as target
    left join warehouse.dim_indicator as indicator
        on indicator.indicator_code = target.indicator_code
    left join paired on paired.indicator_code = target.indicator_code
    left join staging.figure as own
        on own.indicator_code = target.indicator_code
        and own.period_year = :period_year
        and own.end_month = :end_month
        and own.measure = 'YTD'
    left join staging.figure as numerator
        on numerator.indicator_code = indicator.numerator
        and numerator.period_year = :period_year
        and numerator.end_month = :end_month
        and numerator.measure = 'YTD'
    left join staging.figure as denominator
        on denominator.indicator_code = indicator.denominator
        and denominator.period_year = :period_year
        and denominator.end_month = :end_month
        and denominator.measure = 'YTD'
    where target.superseded_at is null
        and target.target_year = :period_year
        and target.kind = 'ratio'
        and target.cannot_judge_reason is null
        and target.value_in_base is not null
)

select
    target_key,
    target_id,
    :period_key,
    (select area_key from warehouse.dim_area where area_code = '150000'),
    actual,
    'points',
    warehouse.points_beyond(modality, direction, actual, value_in_base, tolerance_in_base),
    warehouse.is_met(modality, direction, actual, value_in_base, tolerance_in_base),
    case when published_ratio is null then areas_have end,
    case when published_ratio is null then areas_want end,
    case
        when actual is null then 'NO_DATA'
        when published_ratio is null and areas_have < areas_want then 'COVERAGE'
    end,
    warehouse.other_reading(modality, direction, actual, value_in_base, tolerance_in_base),
    warehouse.threshold(modality, direction, value_in_base, tolerance_in_base),
    warehouse.leeway(modality, tolerance_in_base),
    case
        when published_ratio is not null then 'PUBLISHED'
        when actual is not null then 'RATIO'
    end,
    case when published_ratio is not null then areas_ratio end,
    case
        when published_ratio is not null
            then warehouse.series(indicator_code, :period_year, :end_month, 'YTD')
        when actual is not null
            then warehouse.series(numerator_code, :period_year, :end_month, 'YTD')
                || '|' || warehouse.series(denominator_code, :period_year, :end_month, 'YTD')
    end
from figures
