-- A new version replaces the old one whole: also the figures it no longer states.
update warehouse.fact_observation as fact
set superseded_by = :publication_id
from ops.submission as replaced
inner join warehouse.dim_period as period on period.period_key = replaced.period_key
where replaced.submission_id = any (:replaced_ids)
    and fact.period_year = period.period_year
    and fact.submission_id = replaced.submission_id
    and fact.superseded_by is null
