-- A new version replaces the old one whole: also the figures it no longer states.
update warehouse.fact_observation as fact
set superseded_by = :publication_id
where fact.submission_id = any (:replaced_ids)
    and fact.superseded_by is null
