insert into warehouse.dim_target
    (target_id, catalogue_version, target_year, section, paragraph, phrase, indicator_code,
    indicator_zh, indicator_en, modality, is_aspiration, value, unit, value_in_base, base_unit,
    baseline_in_base, kind, direction, scope_kind, scope, pace, tolerance_in_base,
    tolerance_reason, reported_by, cannot_judge_reason, note, also_at,
    required_stage)
select
    seed.target_id,
    :version,
    :target_year,
    seed.section,
    seed.paragraph,
    seed.phrase,
    seed.indicator_code,
    seed.indicator_zh,
    seed.indicator_en,
    seed.modality,
    seed.aspiration = 'yes',
    seed.value,
    seed.unit,
    seed.value * unit.factor,
    unit.base_unit,
    -- Where the report gives last year's result, that is the base; the seeds agree with it.
    coalesce(actual.value_in_base, seed.base_value * base.factor),
    seed.kind,
    seed.direction,
    seed.scope_kind,
    seed.scope,
    seed.pace,
    coalesce(seed.tolerance * coalesce(unit.factor, 1), 0),
    seed.tolerance_reason,
    seed.reported_by,
    seed.cannot_judge_reason,
    seed.note,
    seed.also_at,
    seed.stage
from jsonb_to_recordset(:rows::jsonb) as seed (
    target_id text, section text, paragraph integer, phrase text, indicator_code text,
    indicator_zh text, indicator_en text, modality text, aspiration text, value numeric,
    unit text, base_value numeric, base_unit text, kind text, direction text,
    scope_kind text, scope text, pace text, tolerance numeric, tolerance_reason text,
    reported_by text, cannot_judge_reason text, note text, also_at text, stage text
)
left join warehouse.dim_unit as unit on unit.unit = seed.unit
left join warehouse.dim_unit as base on base.unit = seed.base_unit
left join warehouse.dim_actual as actual
    on actual.target_id = seed.target_id
    and actual.superseded_at is null
where not exists (
    select 1
    from warehouse.dim_target as known
    where known.target_id = seed.target_id
        and known.superseded_at is null
)
