insert into warehouse.dim_area_version
    (form_version, area_key, area_code, area_name, area_name_en, kind, valid_from, valid_to)
select
    :version,
    area.area_key,
    area.area_code,
    area.area_name,
    area.area_name_en,
    area.kind,
    area.valid_from,
    area.valid_to
from warehouse.dim_area as area
on conflict (form_version, area_key) do nothing
