-- What was staged for these submissions and did not become a fact: must be nothing.
select
    (
        select count(*)
        from staging.observation as observation
        where observation.submission_id = any (:submission_ids)
    ) - (
        select count(*)
        from warehouse.fact_observation as fact
        where fact.submission_id = any (:submission_ids)
    )
