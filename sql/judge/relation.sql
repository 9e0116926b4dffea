-- One rate keeps step with another: both of the same period, the second the indicator's
-- denominator.
insert into staging.judgement
    (target_key, target_id, period_key, area_key, actual_value, basis, deciding, is_met, reason,
    note, threshold, tolerance, source, inputs)
with
compared as (
    select
        target.*,
        coalesce(target.value_in_base, 0) as aim,
        coalesce(indicator.numerator, target.indicator_code) as leader_code,
        indicator.denominator as led_by_code,
        leader.published - led_by.published as gap,
        leader.published as leader_rate,
        led_by.published as led_by_rate
    from warehouse.dim_target as target
    left join warehouse.dim_indicator as indicator
        on indicator.indicator_code = target.indicator_code
    left join staging.figure as leader
        on leader.indicator_code = coalesce(indicator.numerator, target.indicator_code)
        and leader.period_year = :period_year
        and leader.end_month = :end_month
        and leader.measure = 'YOY_YTD'
    left join staging.figure as led_by
        on led_by.indicator_code = indicator.denominator
        and led_by.period_year = :period_year
        and led_by.end_month = :end_month
        and led_by.measure = 'YOY_YTD'
    where target.superseded_at is null
        and target.target_year = :period_year
        and target.kind = 'relation'
        and target.cannot_judge_reason is null
)

select
    target_key,
    target_id,
    :period_key,
    (select area_key from warehouse.dim_area where area_code = '150000'),
    gap,
    'points',
    warehouse.points_beyond(modality, direction, gap, aim, tolerance_in_base),
    warehouse.is_met(modality, direction, gap, aim, tolerance_in_base),
    case when gap is null then 'NO_DATA' end,
    nullif(concat_ws(
        ';',
        case
            when gap is not null
                then warehouse.plain(leader_rate) || ' : ' || warehouse.plain(led_by_rate)
        end,
        warehouse.other_reading(modality, direction, gap, aim, tolerance_in_base)
    ), ''),
    warehouse.threshold(modality, direction, aim, tolerance_in_base),
    warehouse.leeway(modality, tolerance_in_base),
    case when gap is not null then 'RELATION' end,
    case
        when gap is not null
            then warehouse.series(leader_code, :period_year, :end_month, 'YOY_YTD')
                || '|' || warehouse.series(led_by_code, :period_year, :end_month, 'YOY_YTD')
    end
from compared
