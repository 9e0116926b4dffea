-- What edits found stands in the facts of findings; the working rows of old runs go.
delete from staging.edit_result as result
using ops.run as run
where run.run_id = result.run_id
    and run.ended_at < :before
