-- What came back unchanged holds nothing that is not staged or published already, and what is wrong
-- with it was found in the version it answers.
with
unchanged as (
    select submission.submission_id
    from ops.run_item as item
    inner join ops.submission as submission
        on submission.submission_id = item.submission_id
        and submission.is_returned
        and submission.state in ('ANSWERED', 'DUPLICATE')
    where item.run_id = :run_id
),

observations as (
    delete from staging.observation as observation
    using unchanged
    where observation.submission_id = unchanged.submission_id
)

delete from staging.reading_finding as reading_finding
using unchanged
where reading_finding.submission_id = unchanged.submission_id
