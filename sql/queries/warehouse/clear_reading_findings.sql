delete from staging.reading_finding
where submission_id = any (:submission_ids)
