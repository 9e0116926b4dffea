insert into warehouse.dim_actual
    (actual_id, catalogue_version, result_year, paragraph, phrase, indicator_code, indicator_zh,
    qualifier, is_preliminary, value, unit, value_in_base, base_unit, kind, scope_kind, scope,
    target_id, note)
select
    seed.actual_id,
    :version,
    :result_year,
    seed.paragraph,
    seed.phrase,
    seed.indicator_code,
    seed.indicator_zh,
    seed.qualifier,
    seed.preliminary = 'yes',
    seed.value,
    seed.unit,
    seed.value * unit.factor,
    unit.base_unit,
    seed.kind,
    seed.scope_kind,
    seed.scope,
    seed.target_id,
    seed.note
from jsonb_to_recordset(:rows::jsonb) as seed (
    actual_id text, paragraph integer, phrase text, indicator_code text, indicator_zh text,
    qualifier text, preliminary text, value numeric, unit text, kind text, scope_kind text,
    scope text, target_id text, note text
)
left join warehouse.dim_unit as unit on unit.unit = seed.unit
where not exists (
    select 1
    from warehouse.dim_actual as known
    where known.actual_id = seed.actual_id
        and known.superseded_at is null
)
