-- A price index: the published cumulative change. Where both directions miss, the distance beyond
-- the tolerance counts, and being inside it is on pace, never ahead.
insert into staging.judgement
    (target_key, target_id, period_key, area_key, actual_value, basis, deciding, is_met, reason,
    note, threshold, tolerance, source, inputs)
with
compared as (
    select target.*, published.published as actual
    from warehouse.dim_target as target
    left join staging.figure as published
        on published.indicator_code = target.indicator_code
        and published.period_year = :period_year
        and published.end_month = :end_month
        and published.measure = 'YOY_YTD'
    where target.superseded_at is null
        and target.target_year = :period_year
        and target.kind = 'index'
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
    case when actual is null then 'NO_DATA' end,
    warehouse.other_reading(modality, direction, actual, value_in_base, tolerance_in_base),
    warehouse.threshold(modality, direction, value_in_base, tolerance_in_base),
    warehouse.leeway(modality, tolerance_in_base),
    case when actual is not null then 'PUBLISHED' end,
    case
        when actual is not null
            then warehouse.series(indicator_code, :period_year, :end_month, 'YOY_YTD')
    end
from compared
