-- What the run did, attempt by attempt.
select
    run_step.attempt,
    run_step.step,
    run_step.status,
    run_step.items,
    run_step.partitions,
    run_step.seconds
from mart.run_step as run_step
where run_step.run_id = :run_id
order by run_step.attempt, run_step.step_no
