-- A milestone is met when the stage reported has come as far as the catalogue asks; until the year
-- ends, one that is still under way or not begun can neither be called late nor on time. Of what
-- stands in one area only that area's own word counts.
insert into staging.judgement
    (target_key, target_id, period_key, area_key, basis, deciding, is_met, reason, note, source,
    inputs)
with
stages as (
    select
        figure.indicator_code,
        area.area_code,
        max(array_position(
            array['未开工', '开工', '在建', '完工', '验收'],
            figure.value_text
        )) as reached
    from staging.area_figure as figure
    inner join warehouse.dim_area as area on area.area_key = figure.area_key
    where figure.period_year = :period_year
        and figure.end_month = :end_month
        and figure.measure = 'STAGE'
    group by figure.indicator_code, area.area_code
),

compared as (
    select
        target.*,
        (
            select max(stages.reached)
            from stages
            where stages.indicator_code = target.indicator_code
                and (target.scope_kind <> 'area' or stages.area_code = target.scope)
        ) as reached,
        array_position(
            array['未开工', '开工', '在建', '完工', '验收'],
            target.required_stage
        ) as required
    from warehouse.dim_target as target
    where target.superseded_at is null
        and target.target_year = :period_year
        and target.kind = 'milestone'
        and target.cannot_judge_reason is null
)

select
    target_key,
    target_id,
    :period_key,
    (select area_key from warehouse.dim_area where area_code = '150000'),
    'points',
    case when reached >= required then 0 else -1 end,
    reached >= required,
    case
        when required is null then 'STAGE_AMBIGUOUS'
        when reached is null then 'NO_DATA'
        when reached = 1 and :end_month < 12 then 'STAGE_NOT_BEGUN'
        when reached < required and :end_month < 12 then 'STAGE_UNDER_WAY'
    end,
    (array['未开工', '开工', '在建', '完工', '验收'])[reached],
    case when reached is not null then 'STAGE' end,
    case
        when reached is not null
            then warehouse.series(indicator_code, :period_year, :end_month, 'STAGE')
    end
from compared
