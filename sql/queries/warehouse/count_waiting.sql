-- What a run would take: files not read yet, files held or refused under other forms, rules or
-- program than now, and files still held though nothing holds them any longer: all waived.
select count(*)
from ops.submission as submission
where submission.state = 'RECEIVED'
    or (
        submission.state in ('HELD', 'REJECTED')
        and submission.part_of is null
        and submission.read_with is distinct from :read_with
    )
    or (
        submission.state = 'HELD'
        and not exists (
            select 1
            from warehouse.fact_finding as finding
            where finding.submission_id = submission.submission_id
                and finding.severity = 'ERROR'
                and finding.state in ('OPEN', 'PERSISTING', 'EXPLAINED')
        )
    )
