-- Every fact has its area, indicator, period, measure, form, publication and submission.
select
    fact.submission_id,
    fact.publication_id,
    fact.area_key,
    fact.indicator_key,
    fact.period_key,
    fact.measure,
    fact.form_key
from warehouse.fact_observation as fact
left join warehouse.dim_area as area on area.area_key = fact.area_key
left join warehouse.dim_indicator as indicator on indicator.indicator_key = fact.indicator_key
left join warehouse.dim_period as period
    on period.period_key = fact.period_key
    and period.period_year = fact.period_year
left join warehouse.dim_measure as measure on measure.measure = fact.measure
left join warehouse.dim_form as form on form.form_key = fact.form_key
left join ops.publication as publication on publication.publication_id = fact.publication_id
left join ops.submission as submission on submission.submission_id = fact.submission_id
where num_nulls(area.area_key, indicator.indicator_key, period.period_key, measure.measure,
    form.form_key, publication.publication_id, submission.submission_id) > 0
