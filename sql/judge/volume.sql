-- A quantity to be reached within the year. Both paces are always worked out: the share of the
-- year gone by, and last year's share at the same month. A partial sum may only speak where it is
-- enough, under both paces where both decide.
insert into staging.judgement
    (target_key, target_id, period_key, area_key, actual_value, completion, pace_time,
    pace_profile, required_rest, basis, deciding, other_deciding, is_met, coverage_have,
    coverage_want, reason, note)
with
figures as (
    select
        target.*,
        now_figure.figure as actual,
        now_figure.source,
        case when now_figure.source = 'SUM' then now_figure.areas_have end as areas_have,
        case when now_figure.source = 'SUM' then now_figure.areas_want end as areas_want,
        case
            -- A whole year is a whole year, whatever is known of the one before.
            when :end_month = 12 then 1
            when then_figure.published > 0 and then_year.published > 0
                then then_figure.published / then_year.published
            when then_figure.areas_sum > 0
                and then_year.areas_sum > 0
                and then_figure.areas_have = then_figure.areas_want
                and then_year.areas_have = then_year.areas_want
                then then_figure.areas_sum / then_year.areas_sum
        end as profile_share,
        then_figure.figure = 0 and then_year.figure > 0 as had_not_begun
    from warehouse.dim_target as target
    left join staging.figure as now_figure
        on now_figure.indicator_code = target.indicator_code
        and now_figure.period_year = :period_year
        and now_figure.end_month = :end_month
        and now_figure.measure = 'YTD'
    left join staging.figure as then_figure
        on then_figure.indicator_code = target.indicator_code
        and then_figure.period_year = :period_year - 1
        and then_figure.end_month = :end_month
        and then_figure.measure = 'YTD'
    left join staging.figure as then_year
        on then_year.indicator_code = target.indicator_code
        and then_year.period_year = :period_year - 1
        and then_year.end_month = 12
        and then_year.measure = 'YTD'
    where target.superseded_at is null
        and target.target_year = :period_year
        and target.kind = 'volume'
        and target.cannot_judge_reason is null
        and target.value_in_base is not null
),

paced as (
    select
        figures.*,
        actual / value_in_base as completion,
        actual / (value_in_base * :end_month / 12) as pace_time,
        actual / (value_in_base * profile_share) as pace_profile,
        case modality
            when 'exceed' then actual > value_in_base
            when 'about' then actual >= value_in_base - tolerance_in_base
            when 'near' then actual >= value_in_base - tolerance_in_base
            when 'at_most' then actual <= value_in_base
            when 'below' then actual < value_in_base
            else actual >= value_in_base
        end as is_met
    from figures
),

decided as (
    select
        paced.*,
        case when pace = 'profile' then pace_profile else pace_time end as deciding,
        case when pace = 'profile' then pace_time else pace_profile end as other_deciding
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
        when areas_have < areas_want
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
        when actual = 0 and had_not_begun then 'NOT_IN_SEASON'
        when deciding is null and not is_met then 'NO_HISTORY'
    end,
    case
        when modality in ('about', 'near') and is_met and actual < value_in_base
            then 'ABOUT_DECIDES'
        -- Both were asked for, and the verdict rests on one.
        when pace = 'both' and other_deciding is null and not is_met then 'NO_HISTORY'
    end
from decided
