select
    run.run_id,
    run.status,
    (
        select count(*)
        from mart.run_submission
        where run_submission.run_id = run.run_id
            and run_submission.is_new
    ) as received,
    coalesce((
        select publication_size.facts
        from mart.publication_size
        where publication_size.publication_id = run.publication_id
    ), 0) as facts,
    (
        select max(target_progress.period)
        from mart.target_progress
        where target_progress.publication_id = run.publication_id
    ) as last_period,
    (
        select count(distinct target_progress.target_id)
        from mart.target_progress
        where target_progress.publication_id = run.publication_id
    ) as targets_judged
from mart.run
where run.run_id = :run_id
