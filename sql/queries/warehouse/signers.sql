-- Who signed, as the frames of some submissions name them. Their telephones are nobody's business.
select
    submission.submission_id,
    nullif(submission.frame ->> 'unit_head', '') as unit_head,
    nullif(submission.frame ->> 'statistics_head', '') as statistics_head,
    nullif(submission.frame ->> 'filled_by', '') as filled_by
from ops.submission as submission
where submission.submission_id in (:submissions)
