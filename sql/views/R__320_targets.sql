create or replace view mart.actual as
select
    actual.actual_id,
    actual.result_year,
    actual.paragraph,
    actual.phrase,
    actual.indicator_code,
    actual.indicator_zh,
    actual.qualifier,
    actual.is_preliminary,
    actual.value,
    actual.unit,
    actual.value_in_base,
    actual.base_unit,
    actual.kind,
    actual.scope_kind,
    actual.scope,
    actual.target_id,
    actual.note
from warehouse.dim_actual as actual
where actual.superseded_at is null;
comment on view mart.actual is
    'One row per figure that the report gives of last year, with the target it is the base of.';

create or replace view mart.target as
select
    target.target_id,
    target.target_year,
    target.section,
    target.paragraph,
    target.phrase,
    target.also_at,
    target.indicator_code,
    target.indicator_zh,
    target.indicator_en,
    target.modality,
    target.is_aspiration,
    target.value,
    target.unit,
    target.value_in_base,
    target.base_unit,
    target.baseline_in_base,
    actual.phrase as baseline_phrase,
    actual.qualifier as baseline_qualifier,
    target.kind,
    target.direction,
    target.scope_kind,
    target.scope,
    target.pace,
    target.tolerance_in_base,
    target.tolerance_reason,
    target.reported_by,
    target.cannot_judge_reason,
    target.note
from warehouse.dim_target as target
left join warehouse.dim_actual as actual
    on actual.target_id = target.target_id
    and actual.superseded_at is null
where target.superseded_at is null;
comment on view mart.target is
    'One row per target in force, whether it can be judged or not, with where it starts from.';

-- What targets start from is theirs too, and nothing for a submitter.
revoke all on mart.actual, mart.target from ${responder};
