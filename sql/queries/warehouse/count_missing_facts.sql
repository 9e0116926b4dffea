-- What was staged for these submissions and did not become a fact: must be nothing.
select count(*)
from staging.observation as observation
where observation.submission_id = any (:submission_ids)
    and not exists (
        select 1
        from ops.submission as submission
        inner join warehouse.dim_period as period
            on period.period_key = submission.period_key
        inner join warehouse.dim_indicator as indicator
            on indicator.indicator_code = observation.indicator_code
        inner join warehouse.fact_observation as fact
            on fact.period_year = period.period_year
            and fact.area_key = submission.area_key
            and fact.indicator_key = indicator.indicator_key
            and fact.period_key = submission.period_key
            and fact.measure = observation.measure
            and fact.form_key = submission.form_key
            and fact.submission_id = submission.submission_id
        where submission.submission_id = observation.submission_id
    )
