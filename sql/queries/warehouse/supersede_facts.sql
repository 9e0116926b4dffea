-- A new version replaces the old one whole: also the figures it no longer states.
update warehouse.fact_observation as fact
set superseded_by = :publication_id
from ops.submission as submission
inner join warehouse.dim_period as period on period.period_key = submission.period_key
where submission.submission_id = any (:submission_ids)
    and fact.period_year = period.period_year
    and fact.area_key = submission.area_key
    and fact.period_key = submission.period_key
    and fact.form_key = submission.form_key
    and fact.submission_id <> submission.submission_id
    and fact.superseded_by is null
