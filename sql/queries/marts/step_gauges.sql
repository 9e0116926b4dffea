-- What each step of each job's last run took, over all attempts.
select
    run.job,
    run_step.step,
    sum(run_step.seconds) as seconds,
    sum(run_step.items) as items
from mart.run_step as run_step
inner join mart.run as run on run.run_id = run_step.run_id
where run_step.run_id in (
    select max(last_run.run_id)
    from mart.run as last_run
    group by last_run.job
)
group by run.job, run_step.step
order by run.job, run_step.step
