-- A yearly mean held against the mean of the months published so far; the last month alone is not
-- the test.
insert into staging.judgement
    (target_key, target_id, period_key, area_key, actual_value, basis, deciding, is_met, reason,
    note, threshold, tolerance, source, inputs)
with
means as (
    select
        indicator_code,
        round(avg(published), 2) as actual,
        bool_or(end_month = :end_month) as has_this_month,
        string_agg(
            warehouse.series(indicator_code, :period_year, end_month, 'MONTH'), '|'
            order by end_month
        ) as inputs
    from staging.figure
    where period_year = :period_year
        and measure = 'MONTH'
        and published is not null
    group by indicator_code
),

compared as (
    select
        target.*,
        means.actual,
        means.inputs,
        coalesce(means.has_this_month, false) as has_this_month
    from warehouse.dim_target as target
    left join means on means.indicator_code = target.indicator_code
    where target.superseded_at is null
        and target.target_year = :period_year
        and target.kind = 'mean'
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
    case when actual is null or not has_this_month then 'NO_DATA' end,
    warehouse.other_reading(modality, direction, actual, value_in_base, tolerance_in_base),
    warehouse.threshold(modality, direction, value_in_base, tolerance_in_base),
    warehouse.leeway(modality, tolerance_in_base),
    case when actual is not null then 'MEAN' end,
    inputs
from compared
