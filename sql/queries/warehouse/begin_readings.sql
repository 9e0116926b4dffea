update ops.run_item
set readings_begun = readings_begun + 1
where run_id = :run_id
    and submission_id = any(:submission_ids)
