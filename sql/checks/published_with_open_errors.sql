-- Nothing is published while a hard finding is open.
select
    submission.submission_id,
    submission.file_name,
    finding.finding_id
from ops.submission as submission
inner join warehouse.fact_finding as finding
    on finding.submission_id = submission.submission_id
    and finding.severity = 'ERROR'
    and finding.state in ('OPEN', 'PERSISTING')
where submission.state = 'PUBLISHED'
