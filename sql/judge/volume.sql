-- A quantity to be reached within the year, or not to be passed in it. Both paces are always worked
-- out: the share of the year gone by, and last year's share at the same month. A partial sum may
-- only speak where it is enough, under both paces where both decide.
insert into staging.judgement
    (target_key, target_id, period_key, area_key, actual_value, completion, pace_time,
    pace_profile, required_rest, basis, deciding, other_deciding, is_met, coverage_have,
    coverage_want, reason, note, expected_time, expected_profile, threshold, tolerance, source,
    areas_value, share_lowest, share_highest, profile_years, inputs)
with
shares as (
    select
        then_figure.indicator_code,
        then_figure.period_year,
        case
            when then_figure.published > 0 and then_year.published > 0
                then then_figure.published / then_year.published
            when then_figure.areas_sum > 0
                and then_year.areas_sum > 0
                and then_figure.areas_have = then_figure.areas_want
                and then_year.areas_have = then_year.areas_want
                then then_figure.areas_sum / then_year.areas_sum
        end as share,
        then_figure.figure = 0 and then_year.figure > 0 as had_not_begun
    from staging.figure as then_figure
    inner join staging.figure as then_year
        on then_year.indicator_code = then_figure.indicator_code
        and then_year.period_year = then_figure.period_year
        and then_year.end_month = 12
        and then_year.measure = 'YTD'
    where then_figure.period_year < :period_year
        and then_figure.end_month = :end_month
        and then_figure.measure = 'YTD'
),

years as (
    select
        indicator_code,
        min(share) as share_lowest,
        max(share) as share_highest,
        count(share) as profile_years
    from shares
    group by indicator_code
),

figures as (
    select
        target.*,
        warehouse.way(target.modality, target.direction) as way,
        now_figure.figure as actual,
        now_figure.source,
        case when now_figure.source = 'SUM' then now_figure.areas_have end as areas_have,
        case when now_figure.source = 'SUM' then now_figure.areas_want end as areas_want,
        case
            when now_figure.source = 'PUBLISHED' and now_figure.areas_have = now_figure.areas_want
                and indicator.regional_figure in ('published_or_sum', 'sum')
                then now_figure.areas_sum
        end as areas_value,
        -- A whole year is a whole year, whatever is known of the one before.
        case when :end_month = 12 then 1 else last_year.share end as profile_share,
        last_year.share is not null as has_history,
        last_year.had_not_begun,
        years.share_lowest,
        years.share_highest,
        years.profile_years
    from warehouse.dim_target as target
    left join warehouse.dim_indicator as indicator
        on indicator.indicator_code = target.indicator_code
    left join staging.figure as now_figure
        on now_figure.indicator_code = target.indicator_code
        and now_figure.period_year = :period_year
        and now_figure.end_month = :end_month
        and now_figure.measure = 'YTD'
    left join shares as last_year
        on last_year.indicator_code = target.indicator_code
        and last_year.period_year = :period_year - 1
    left join years on years.indicator_code = target.indicator_code
    where target.superseded_at is null
        and target.target_year = :period_year
        and target.kind = 'volume'
        and target.cannot_judge_reason is null
        and target.value_in_base is not null
),

expected as (
    select
        figures.*,
        value_in_base * :end_month / 12 as expected_time,
        value_in_base * profile_share as expected_profile,
        warehouse.is_met(modality, direction, actual, value_in_base, tolerance_in_base) as is_met
    from figures
),

paced as (
    select
        expected.*,
        actual / nullif(value_in_base, 0) as completion,
        -- Of a ceiling, what is left of the allowance counts: twice as good as due is nothing used.
        case
            when way = 'down' and value_in_base = 0 then case when actual <= 0 then 1 else 0 end
            when way = 'down' then 2 - actual / expected_time
            else actual / nullif(expected_time, 0)
        end as pace_time,
        case
            when way = 'down' and value_in_base = 0 then case when actual <= 0 then 1 else 0 end
            when way = 'down' then 2 - actual / nullif(expected_profile, 0)
            else actual / nullif(expected_profile, 0)
        end as pace_profile
    from expected
),

decided as (
    select
        paced.*,
        -- A ceiling that was passed cannot be made good.
        case
            when way = 'down' and not is_met then 0
            when pace = 'profile' then pace_profile
            else pace_time
        end as deciding,
        case
            when way = 'down' and not is_met then 0
            when pace = 'profile' then pace_time
            else pace_profile
        end as other_deciding
    from paced
)

select
    target_key,
    target_id,
    :period_key,
    (select area_key from warehouse.dim_area where area_code = '150000'),
    actual,
    round(completion, 6),
    round(pace_time, 6),
    round(pace_profile, 6),
    case
        when actual is not null and :end_month < 12
            then round(greatest(value_in_base - actual, 0) / (12 - :end_month), 2)
    end,
    'pace',
    deciding,
    other_deciding,
    is_met,
    areas_have,
    areas_want,
    case
        when actual is null then 'NO_DATA'
        -- What is missing can only add: the sum may still reach an aim, or pass a ceiling.
        when areas_have < areas_want and way = 'down' and is_met then 'COVERAGE'
        when areas_have < areas_want
            and way <> 'down'
            and not is_met
            and (
                warehouse.verdict_in_band('pace', deciding) is distinct from 'AHEAD'
                or (
                    pace = 'both'
                    and warehouse.verdict_in_band('pace', other_deciding) <> 'AHEAD'
                )
            )
            then 'COVERAGE'
        -- Neither had last year anything by now: grain is counted when it is in.
        when actual = 0 and had_not_begun and way <> 'down' then 'NOT_IN_SEASON'
        when deciding is null and not (is_met and way <> 'down') then 'NO_HISTORY'
    end,
    nullif(concat_ws(
        ';',
        warehouse.other_reading(modality, direction, actual, value_in_base, tolerance_in_base),
        -- Both were asked for, and the verdict rests on one.
        case when pace = 'both' and other_deciding is null and not is_met then 'NO_HISTORY' end
    ), ''),
    round(expected_time, 2),
    round(expected_profile, 2),
    warehouse.threshold(modality, direction, value_in_base, tolerance_in_base),
    warehouse.leeway(modality, tolerance_in_base),
    source,
    areas_value,
    share_lowest,
    share_highest,
    case when :end_month < 12 then profile_years end,
    concat_ws(
        '|',
        case
            when actual is not null
                then warehouse.series(indicator_code, :period_year, :end_month, 'YTD')
        end,
        case
            when has_history and :end_month < 12
                then warehouse.series(indicator_code, :period_year - 1, :end_month, 'YTD')
                    || '|' || warehouse.series(indicator_code, :period_year - 1, 12, 'YTD')
        end
    )
from decided
