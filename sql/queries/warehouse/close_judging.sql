update ops.publication
set judged_at = :judged_at
where run_id = :run_id
    and judged_at is null
