-- Nothing of a published submission is left in staging.
select
    staged.submission_id,
    count(*) as observations
from staging.observation as staged
inner join ops.submission as submission
    on submission.submission_id = staged.submission_id
where submission.state = 'PUBLISHED'
group by staged.submission_id
