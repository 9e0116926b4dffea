delete from staging.observation
where submission_id = any (:submission_ids)
