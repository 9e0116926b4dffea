create or replace view mart.run_step as
with
attempt as (
    select
        parameter.parameter_value::bigint as run_id,
        execution.job_execution_id,
        row_number() over (
            partition by parameter.parameter_value
            order by execution.job_execution_id
        ) as attempt
    from batch.batch_job_execution_params as parameter
    inner join batch.batch_job_execution as execution
        on execution.job_execution_id = parameter.job_execution_id
    where parameter.parameter_name = 'run_id'
)

select
    attempt.run_id,
    attempt.attempt,
    step.step_name as step,
    step.status,
    step.read_count as items,
    coalesce(partitions.total, 0) as partitions,
    round(extract(epoch from step.end_time - step.start_time), 1) as seconds,
    step.step_execution_id as step_no
from attempt
inner join batch.batch_step_execution as step
    on step.job_execution_id = attempt.job_execution_id
left join lateral (
    select count(*) as total
    from batch.batch_step_execution as part
    where part.job_execution_id = attempt.job_execution_id
        and part.step_name like step.step_name || 'Partition:%'
) as partitions on true
where step.step_name not like '%:%';
comment on view mart.run_step is
    'One row per run, attempt and step: how it ended, how many items it did, in how many seconds.';
grant select on mart.run_step to ${reader}, ${loader};
