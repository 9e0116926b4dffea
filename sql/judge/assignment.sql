-- What a document gave single areas to do of a target, held against the area's own figure. An area
-- that was given nothing has a contribution and no verdict.
insert into staging.judgement
    (target_key, target_id, period_key, area_key, actual_value, completion, pace_time,
    pace_profile, required_rest, basis, deciding, other_deciding, is_met, reason, note,
    expected_time, expected_profile, threshold, tolerance, source, assigned_value, inputs)
with
figures as (
    select
        target.target_key,
        target.target_id,
        target.indicator_code,
        target.modality,
        target.direction,
        target.kind,
        target.pace,
        -- A tolerance meant for the whole is the same part of a part; points are points.
        case
            when target.kind = 'growth' then target.tolerance_in_base
            else target.tolerance_in_base * assignment.value_in_base
                / nullif(target.value_in_base, 0)
        end as tolerance,
        warehouse.way(target.modality, target.direction) as way,
        area.area_key,
        assignment.value_in_base as aim,
        case target.kind
            when 'volume' then now_to_date.value
            when 'level' then now_end.value
            when 'growth' then coalesce(
                now_rate.value,
                case
                    when indicator.regional_figure in ('published_or_sum', 'sum')
                        then round(100 * (now_to_date.value / nullif(
                            coalesce(now_comparable.value, now_base.value), 0) - 1), 2)
                end
            )
        end as actual,
        case
            when target.kind <> 'volume' then null
            when :end_month = 12 then 1
            when then_to_date.value > 0 and then_year.value > 0
                then then_to_date.value / then_year.value
        end as profile_share,
        then_to_date.value = 0 and then_year.value > 0 as had_not_begun,
        case target.kind
            when 'volume' then 'YTD'
            when 'level' then 'END'
            else case when now_rate.value is null then 'YTD' else 'YOY_YTD' end
        end as measure
    from warehouse.dim_target_assignment as assignment
    inner join warehouse.dim_target as target
        on target.target_id = assignment.target_id
        and target.superseded_at is null
    inner join warehouse.dim_area as area on area.area_code = assignment.area_code
    inner join warehouse.dim_indicator as indicator
        on indicator.indicator_code = target.indicator_code
    left join staging.area_figure as now_to_date
        on (now_to_date.indicator_code, now_to_date.measure) = (target.indicator_code, 'YTD')
        and now_to_date.period_year = :period_year
        and now_to_date.end_month = :end_month
        and now_to_date.area_key = area.area_key
    left join staging.area_figure as now_end
        on (now_end.indicator_code, now_end.measure) = (target.indicator_code, 'END')
        and now_end.period_year = :period_year
        and now_end.end_month = :end_month
        and now_end.area_key = area.area_key
    left join staging.area_figure as now_rate
        on (now_rate.indicator_code, now_rate.measure) = (target.indicator_code, 'YOY_YTD')
        and now_rate.period_year = :period_year
        and now_rate.end_month = :end_month
        and now_rate.area_key = area.area_key
    left join staging.area_figure as now_base
        on (now_base.indicator_code, now_base.measure) = (target.indicator_code, 'YTD_LY')
        and now_base.period_year = :period_year
        and now_base.end_month = :end_month
        and now_base.area_key = area.area_key
    left join staging.area_figure as now_comparable
        on (now_comparable.indicator_code, now_comparable.measure)
            = (target.indicator_code, 'YTD_LY_COMP')
        and now_comparable.period_year = :period_year
        and now_comparable.end_month = :end_month
        and now_comparable.area_key = area.area_key
    left join staging.area_figure as then_to_date
        on (then_to_date.indicator_code, then_to_date.measure) = (target.indicator_code, 'YTD')
        and then_to_date.period_year = :period_year - 1
        and then_to_date.end_month = :end_month
        and then_to_date.area_key = area.area_key
    left join staging.area_figure as then_year
        on (then_year.indicator_code, then_year.measure) = (target.indicator_code, 'YTD')
        and then_year.period_year = :period_year - 1
        and then_year.end_month = 12
        and then_year.area_key = area.area_key
    where assignment.superseded_at is null
        and target.target_year = :period_year
        and target.kind in ('volume', 'level', 'growth')
),

paced as (
    select
        figures.*,
        warehouse.is_met(modality, direction, actual, aim, tolerance) as is_met,
        aim * case when kind = 'volume' then :end_month / 12::numeric else 1 end as expected_time,
        aim * profile_share as expected_profile
    from figures
),

decided as (
    select
        paced.*,
        case
            when kind = 'growth' then null
            when way = 'down' and not is_met then 0
            when way = 'down' then 2 - actual / nullif(expected_time, 0)
            else actual / nullif(expected_time, 0)
        end as pace_time,
        case
            when kind = 'growth' then null
            when way = 'down' and not is_met then 0
            when way = 'down' then 2 - actual / nullif(expected_profile, 0)
            else actual / nullif(expected_profile, 0)
        end as pace_profile
    from paced
)

select
    target_key,
    target_id,
    :period_key,
    area_key,
    actual,
    case when kind <> 'growth' then round(actual / nullif(aim, 0), 6) end,
    round(pace_time, 6),
    round(pace_profile, 6),
    case
        when kind = 'volume' and actual is not null and :end_month < 12
            then round(greatest(aim - actual, 0) / (12 - :end_month), 2)
    end,
    case when kind = 'growth' then 'points' else 'pace' end,
    case
        when kind = 'growth'
            then warehouse.points_beyond(modality, direction, actual, aim, tolerance)
        when pace = 'profile' and kind = 'volume' then pace_profile
        else pace_time
    end,
    case
        when kind <> 'volume' then null
        when pace = 'profile' then pace_time
        else pace_profile
    end,
    is_met,
    case
        when actual is null then 'NO_DATA'
        when actual = 0 and had_not_begun and way <> 'down' then 'NOT_IN_SEASON'
        when kind = 'volume' and pace = 'profile' and pace_profile is null
            and not (is_met and way <> 'down') then 'NO_HISTORY'
        when kind = 'level' and pace_time is null then 'NO_BASE'
    end,
    warehouse.other_reading(modality, direction, actual, aim, tolerance),
    case when kind <> 'growth' then round(expected_time, 2) end,
    round(expected_profile, 2),
    warehouse.threshold(modality, direction, aim, tolerance),
    warehouse.leeway(modality, tolerance),
    case when actual is not null then 'AREA' end,
    aim,
    case
        when actual is not null
            then warehouse.series(indicator_code, :period_year, :end_month, measure)
    end
from decided
