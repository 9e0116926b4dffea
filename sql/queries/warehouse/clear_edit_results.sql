delete from staging.edit_result
where run_id = :run_id
    and edit_id = any (
        array(select edit.edit_id from warehouse.dim_edit as edit where edit.edit_type = :edit_type)
    )
