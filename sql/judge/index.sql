-- A price index: the published cumulative change. Where both directions miss, the distance beyond
-- the tolerance counts, and being inside it is on pace, never ahead.
insert into staging.judgement
    (target_key, target_id, period_key, area_key, actual_value, basis, deciding, is_met, reason,
    note)
with
compared as (
    select
        target.*,
        published.published as actual,
        case
            when target.direction = 'both'
                then least(
                    target.tolerance_in_base - abs(published.published - target.value_in_base),
                    0
                )
            when target.direction = 'down'
                then target.value_in_base + target.tolerance_in_base - published.published
            else published.published - target.value_in_base + target.tolerance_in_base
        end as margin
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
    margin,
    margin >= 0,
    case when actual is null then 'NO_DATA' end,
    case
        when modality in ('about', 'near') and margin >= 0 and actual <> value_in_base
            and (direction = 'both' or margin < tolerance_in_base)
            then 'ABOUT_DECIDES'
        -- Read as a ceiling, a lower figure would be within it.
        when direction = 'both' and actual < value_in_base - tolerance_in_base
            then 'READINGS_DIFFER'
    end
from compared
