-- A finding in every version of the submission that had it, the newest first.
select
    finding.*,
    submission.state as submission_state,
    submission.received_at
from mart.finding as finding
inner join mart.submission as submission
    on submission.submission_id = finding.submission_id
where finding.finding_id = :finding_id
order by finding.version desc nulls last, finding.submission_id desc
