update ops.submission as submission
set is_returned = submission.submission_id = any (:returned_ids)
where submission.submission_id = any (:submission_ids)
