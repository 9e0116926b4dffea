-- Staging of what was refused, doubled, or replaced seventy days before the last run is gone.
select
    staged.submission_id,
    submission.state,
    count(*) as observations
from staging.observation as staged
inner join ops.submission as submission
    on submission.submission_id = staged.submission_id
where submission.state in ('REJECTED', 'DUPLICATE')
    or (
        submission.state = 'SUPERSEDED'
        and submission.received_at < (
            select max(run.ended_at) - interval '70 days'
            from ops.run as run
            where run.status = 'COMPLETED'
        )
    )
group by staged.submission_id, submission.state
