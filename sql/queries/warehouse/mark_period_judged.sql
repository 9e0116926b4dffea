update ops.run_period
set judged_at = :judged_at
where run_id = :run_id
    and period_key = :period_key
