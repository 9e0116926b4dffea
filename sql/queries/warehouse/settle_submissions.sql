-- Held while a hard finding is open; free again once there is none.
update ops.submission as submission
set
    state = verdict.state,
    reason_code = verdict.reason_code
from (
    select
        subject.submission_id,
        case when min(finding.code) is null then 'READ' else 'HELD' end as state,
        min(finding.code) as reason_code
    from staging.subject as subject
    left join warehouse.fact_finding as finding
        on finding.submission_id = subject.submission_id
        and finding.severity = 'ERROR'
        and finding.state in ('OPEN', 'PERSISTING', 'EXPLAINED')
    where subject.state <> 'PUBLISHED'
    group by subject.submission_id
) as verdict
where submission.submission_id = verdict.submission_id
