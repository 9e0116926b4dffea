update ops.run_item
set readings_begun = 0
where run_id = :run_id
    and submission_id = any(:submission_ids)
