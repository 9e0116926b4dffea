delete from staging.returned_answer
where submission_id = any (:submission_ids)
