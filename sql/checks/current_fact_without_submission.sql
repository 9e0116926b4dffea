-- Every current fact comes from a published submission, or from one that a newer version replaced.
select
    fact.submission_id,
    submission.state,
    count(*) as facts
from warehouse.fact_observation as fact
left join ops.submission as submission
    on submission.submission_id = fact.submission_id
where fact.superseded_by is null
    and coalesce(submission.state, 'NONE') not in ('PUBLISHED', 'SUPERSEDED')
group by fact.submission_id, submission.state
