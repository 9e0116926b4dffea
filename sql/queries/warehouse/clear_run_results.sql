-- A step done over from its start must not find a cell closed by what it said the first time.
delete from staging.edit_result
where run_id = :run_id
