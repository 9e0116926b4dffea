update warehouse.dim_edit
set is_current = false
where is_current
