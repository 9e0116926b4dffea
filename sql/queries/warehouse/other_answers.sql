-- What was said about the other findings of the submission.
select text
from ops.answer
where submission_id = :submission_id
    and finding_id <> :finding_id
