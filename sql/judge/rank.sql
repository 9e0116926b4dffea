-- A rank: the published place against the one aimed at; a smaller number is better.
insert into staging.judgement
    (target_key, target_id, period_key, area_key, actual_value, basis, deciding, is_met, reason,
    threshold, tolerance, source, inputs)
select
    target.target_key,
    target.target_id,
    :period_key,
    (select area_key from warehouse.dim_area where area_code = '150000'),
    published.published,
    'points',
    warehouse.points_beyond(
        target.modality, target.direction, published.published, target.value_in_base,
        target.tolerance_in_base
    ),
    warehouse.is_met(
        target.modality, target.direction, published.published, target.value_in_base,
        target.tolerance_in_base
    ),
    case when published.published is null then 'NO_DATA' end,
    warehouse.threshold(
        target.modality, target.direction, target.value_in_base, target.tolerance_in_base
    ),
    warehouse.leeway(target.modality, target.tolerance_in_base),
    case when published.published is not null then 'PUBLISHED' end,
    case
        when published.published is not null
            then warehouse.series(target.indicator_code, :period_year, :end_month, 'END')
    end
from warehouse.dim_target as target
left join staging.figure as published
    on published.indicator_code = target.indicator_code
    and published.period_year = :period_year
    and published.end_month = :end_month
    and published.measure = 'END'
where target.superseded_at is null
    and target.target_year = :period_year
    and target.kind = 'rank'
    and target.cannot_judge_reason is null
    and target.value_in_base is not null
