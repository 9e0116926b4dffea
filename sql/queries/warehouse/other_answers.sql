-- What was said about the other findings of the submission, in any of its versions.
select distinct given.text
from ops.submission as submission
inner join ops.submission as version
    on version.submission_id = submission.submission_id
    or (
        version.area_key = submission.area_key
        and version.form_key = submission.form_key
        and version.period_key = submission.period_key
        and submission.period_key <> 0
    )
inner join ops.answer as given on given.submission_id = version.submission_id
where submission.submission_id = :submission_id
    and given.finding_id <> :finding_id
