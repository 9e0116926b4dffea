update ops.submission
set state = 'PUBLISHED', published_at = :published_at
where submission_id = any (:submission_ids)
