insert into warehouse.dim_band (basis, verdict, at_least)
select basis, verdict, at_least
from jsonb_to_recordset(:rows::jsonb) as seed (basis text, verdict text, at_least numeric)
