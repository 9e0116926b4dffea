-- What waited and was replaced before it was published; its file stays in the store.
delete from staging.observation as observation
using ops.submission as submission
where submission.submission_id = observation.submission_id
    and submission.state = 'SUPERSEDED'
    and submission.received_at < :before
