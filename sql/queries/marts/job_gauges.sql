-- How each job stands: its runs by how they ended, its last run, and when one last ended well.
with
last_run as (
    select distinct on (run.job) *
    from mart.run as run
    order by run.job, run.run_id desc
)

select
    last_run.job,
    last_run.status = 'COMPLETED' as is_good,
    extract(epoch from last_run.started_at) as started_at,
    extract(epoch from last_run.ended_at - last_run.started_at) as seconds,
    last_run.arrived as files,
    coalesce((
        select publication_size.facts
        from mart.publication_size
        where publication_size.publication_id = last_run.publication_id
    ), 0) as facts,
    all_runs.completed,
    all_runs.unfinished,
    extract(epoch from all_runs.last_good_at) as last_good_at
from last_run
cross join lateral (
    select
        count(*) filter (where run.status = 'COMPLETED') as completed,
        count(*) filter (where run.status <> 'COMPLETED') as unfinished,
        max(run.ended_at) filter (where run.status = 'COMPLETED') as last_good_at
    from mart.run as run
    where run.job = last_run.job
) as all_runs
order by last_run.job
