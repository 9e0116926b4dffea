delete from staging.reading_finding as finding
using ops.submission as submission
where submission.submission_id = finding.submission_id
    and submission.state = 'SUPERSEDED'
    and submission.received_at < :before
