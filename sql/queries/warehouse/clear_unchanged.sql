-- What came back unchanged holds nothing that is not staged or published already.
delete from staging.observation as observation
using ops.submission as submission, ops.run_item as item
where item.run_id = :run_id
    and submission.submission_id = item.submission_id
    and submission.is_returned
    and submission.state in ('ANSWERED', 'DUPLICATE')
    and observation.submission_id = submission.submission_id
