-- A stock or level at the end of the year: expected is the base and the part of the way to the
-- target that the year gone by allows for.
insert into staging.judgement
    (target_key, target_id, period_key, area_key, actual_value, completion, pace_time,
    required_rest, basis, deciding, is_met, coverage_have, coverage_want, reason, note,
    expected_time, threshold, tolerance, source, areas_value, baseline, inputs)
with
figures as (
    select
        target.*,
        warehouse.way(target.modality, target.direction) as way,
        coalesce(now_figure.figure, now_year_to_date.figure) as actual,
        case when now_figure.figure is null then 'YTD' else 'END' end as measure,
        coalesce(now_figure.source, now_year_to_date.source) as source,
        case
            when now_figure.source = 'PUBLISHED' and now_figure.areas_have = now_figure.areas_want
                and indicator.regional_figure in ('published_or_sum', 'sum')
                then now_figure.areas_sum
        end as areas_value,
        coalesce(target.baseline_in_base, then_year.figure) as baseline,
        target.baseline_in_base is null and then_year.figure is not null as base_is_reported,
        case when now_figure.source = 'SUM' then now_figure.areas_have end as areas_have,
        case when now_figure.source = 'SUM' then now_figure.areas_want end as areas_want
    from warehouse.dim_target as target
    left join warehouse.dim_indicator as indicator
        on indicator.indicator_code = target.indicator_code
    left join staging.figure as now_figure
        on now_figure.indicator_code = target.indicator_code
        and now_figure.period_year = :period_year
        and now_figure.end_month = :end_month
        and now_figure.measure = 'END'
    left join staging.figure as now_year_to_date
        on now_year_to_date.indicator_code = target.indicator_code
        and now_year_to_date.period_year = :period_year
        and now_year_to_date.end_month = :end_month
        and now_year_to_date.measure = 'YTD'
        and now_year_to_date.source = 'PUBLISHED'
    left join staging.figure as then_year
        on then_year.indicator_code = target.indicator_code
        and then_year.period_year = :period_year - 1
        and then_year.end_month = 12
        and then_year.measure = 'END'
    where target.superseded_at is null
        and target.target_year = :period_year
        and target.kind = 'level'
        and target.cannot_judge_reason is null
        and target.value_in_base is not null
),

met as (
    select
        figures.*,
        warehouse.threshold(modality, direction, value_in_base, tolerance_in_base) as threshold,
        warehouse.is_met(modality, direction, actual, value_in_base, tolerance_in_base) as is_met
    from figures
),

expected as (
    select
        met.*,
        -- Without a base there is no way to be on, but its end is known: it counts once it is
        -- reached or the year is over.
        coalesce(
            baseline + (value_in_base - baseline) * :end_month / 12,
            case when is_met or :end_month = 12 then value_in_base end
        ) as expected
    from met
),

paced as (
    select
        expected.*,
        case
            when way = 'both'
                then case
                    when is_met then 1
                    else 1 - abs(actual - expected) / nullif(abs(expected), 0)
                end
            -- Nothing must be left, and there is no halfway to nothing.
            when value_in_base = 0 then case when actual <= 0 then 1 else 0 end
            when way = 'down' and actual <= 0 then 2
            when way = 'down' then expected / actual
            else actual / nullif(expected, 0)
        end as pace_time
    from expected
)

select
    target_key,
    target_id,
    :period_key,
    (select area_key from warehouse.dim_area where area_code = '150000'),
    actual,
    round(actual / nullif(value_in_base, 0), 6),
    round(pace_time, 6),
    case
        when actual is not null and :end_month < 12 and way <> 'both'
            then round(
                greatest(case way when 'down' then actual - value_in_base
                    else value_in_base - actual end, 0) / (12 - :end_month),
                2
            )
    end,
    'pace',
    pace_time,
    is_met,
    areas_have,
    areas_want,
    case
        when actual is null then 'NO_DATA'
        when areas_have < areas_want then 'COVERAGE'
        when pace_time is null then 'NO_BASE'
    end,
    warehouse.other_reading(modality, direction, actual, value_in_base, tolerance_in_base),
    round(expected, 2),
    threshold,
    warehouse.leeway(modality, tolerance_in_base),
    source,
    areas_value,
    baseline,
    concat_ws(
        '|',
        case
            when actual is not null
                then warehouse.series(indicator_code, :period_year, :end_month, measure)
        end,
        case
            when base_is_reported
                then warehouse.series(indicator_code, :period_year - 1, 12, 'END')
        end
    )
from paced
