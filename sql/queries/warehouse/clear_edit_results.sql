delete from staging.edit_result as result
using warehouse.dim_edit as edit
where edit.edit_id = result.edit_id
    and edit.edit_type = :edit_type
    and result.run_id = :run_id
