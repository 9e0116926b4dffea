update ops.run
set status = 'STARTED', attempts = attempts + 1, ended_at = null, failure = null
where run_id = :run_id
