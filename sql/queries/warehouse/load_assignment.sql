insert into warehouse.dim_target_assignment
    (target_id, area_code, catalogue_version, value, unit, value_in_base, document, note)
select
    seed.target_id,
    seed.area_code,
    :version,
    seed.value,
    seed.unit,
    seed.value * unit.factor,
    seed.document,
    seed.note
from jsonb_to_recordset(:rows::jsonb) as seed (
    target_id text, area_code text, value numeric, unit text, document text, note text
)
-- A unit that nobody knows stops the loading: the value in the base unit may not be empty.
left join warehouse.dim_unit as unit on unit.unit = seed.unit
