update ops.run
set status = :status, ended_at = :ended_at, failure = :failure
where run_id = :run_id
    and attempts = :attempt
