insert into warehouse.dim_area_change_version
    (form_version, former_code, former_name, area_code, valid_from, valid_to, note)
select
    :version,
    seed.former_code,
    seed.former_name,
    seed.area_code,
    coalesce(seed.valid_from, '-infinity'),
    coalesce(seed.valid_to, 'infinity'),
    seed.note
from jsonb_to_recordset(:rows::jsonb) as seed (
    former_code text, former_name text, area_code text, valid_from date, valid_to date, note text
)
on conflict (form_version, former_code, valid_from) do nothing
