-- Spring Batch's own memory of executions that are over; the ledger of runs is ours and stays.
with
old as materialized (
    select execution.job_execution_id, execution.job_instance_id
    from batch.batch_job_execution as execution
    where execution.end_time < :before
        and execution.status = 'COMPLETED'
),

old_steps as materialized (
    select step.step_execution_id
    from batch.batch_step_execution as step
    inner join old on old.job_execution_id = step.job_execution_id
),

step_contexts as (
    delete from batch.batch_step_execution_context as context
    using old_steps
    where context.step_execution_id = old_steps.step_execution_id
),

steps as (
    delete from batch.batch_step_execution as step
    using old
    where step.job_execution_id = old.job_execution_id
),

contexts as (
    delete from batch.batch_job_execution_context as context
    using old
    where context.job_execution_id = old.job_execution_id
),

parameters as (
    delete from batch.batch_job_execution_params as parameter
    using old
    where parameter.job_execution_id = old.job_execution_id
)

delete from batch.batch_job_execution as execution
using old
where execution.job_execution_id = old.job_execution_id
