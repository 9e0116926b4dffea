insert into warehouse.dim_unit as known (unit, base_unit, factor)
select unit, base_unit, factor
from jsonb_to_recordset(:rows::jsonb) as seed (unit text, base_unit text, factor numeric)
on conflict (unit) do update
set base_unit = excluded.base_unit, factor = excluded.factor
