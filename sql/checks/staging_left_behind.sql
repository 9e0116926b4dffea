-- Staging of what was refused, doubled, or replaced more than seventy days ago is gone.
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
        and submission.received_at < current_timestamp - interval '70 days'
    )
group by staged.submission_id, submission.state
