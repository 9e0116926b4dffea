-- Every dimension has its member for what is not known.
select wanted.dimension
from (
    values
        ('area', exists (select 1 from warehouse.dim_area where area_key = 0)),
        ('indicator', exists (select 1 from warehouse.dim_indicator where indicator_key = 0)),
        ('period', exists (select 1 from warehouse.dim_period where period_key = 0)),
        ('form', exists (select 1 from warehouse.dim_form where form_key = 0))
) as wanted (dimension, is_there)
where not wanted.is_there
