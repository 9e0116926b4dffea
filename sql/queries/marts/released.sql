-- Held submissions without a hard finding still open: the next nightly publishes them.
select count(*)
from mart.submission as submission
where submission.state = 'HELD'
    and not exists (
        select 1
        from mart.finding as finding
        where finding.submission_id = submission.submission_id
            and finding.severity = 'ERROR'
            and finding.state in ('OPEN', 'PERSISTING', 'EXPLAINED')
    )
    and exists (
        select 1
        from mart.finding as finding
        where finding.submission_id = submission.submission_id
            and finding.severity = 'ERROR'
            and finding.state = 'WAIVED'
    )
