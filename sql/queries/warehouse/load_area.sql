insert into warehouse.dim_area as known
    (area_code, area_name, area_name_en, kind, parent_code, valid_from, valid_to)
select area_code, name_zh, name_en, kind, parent_code, valid_from, valid_to
from jsonb_to_recordset(:rows::jsonb) as seed (
    area_code text, name_zh text, name_en text, kind text, parent_code text,
    valid_from date, valid_to date
)
on conflict (area_code) do update
set
    area_name = excluded.area_name,
    area_name_en = excluded.area_name_en,
    kind = excluded.kind,
    parent_code = excluded.parent_code,
    valid_from = excluded.valid_from,
    valid_to = excluded.valid_to
