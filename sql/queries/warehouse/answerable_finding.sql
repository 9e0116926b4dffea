-- The finding as it stands in the newest version of the submission that has it.
select
    finding.submission_id,
    submission.file_name,
    submission.state as submission_state,
    finding.severity,
    finding.state
from warehouse.fact_finding as finding
inner join ops.submission as submission
    on submission.submission_id = finding.submission_id
where finding.finding_id = :finding_id
order by submission.version desc nulls last, submission.submission_id desc
limit 1
