-- A ratio is the sum of the numerators over the sum of the denominators, never a mean of ratios.
insert into staging.judgement
    (target_key, target_id, period_key, area_key, actual_value, basis, deciding, is_met,
    coverage_have, coverage_want, reason)
with
figures as (
    select
        target.*,
        own.published as published_ratio,
        case
            when own.published is not null then own.published
            when denominator.figure > 0
                and numerator.source = denominator.source
                then round(100 * numerator.figure / denominator.figure, 2)
        end as actual,
        case
            when numerator.source = 'SUM'
                then least(numerator.areas_have, denominator.areas_have)
        end as areas_have,
        case when numerator.source = 'SUM' then numerator.areas_want end as areas_want
    from warehouse.dim_target as target
    left join warehouse.dim_indicator as indicator
        on indicator.indicator_code = target.indicator_code
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
    case when direction = 'down' then value_in_base - actual else actual - value_in_base end,
    case
        when direction = 'down' then actual <= value_in_base
        when modality = 'exceed' then actual > value_in_base
        else actual >= value_in_base
    end,
    areas_have,
    areas_want,
    case
        when actual is null then 'NO_DATA'
        when published_ratio is null and areas_have < areas_want then 'COVERAGE'
    end
from figures
