-- Once for each submission: what is a fact already stays as it is. Asked of the submission and not
-- of every figure, which would cost half as much again as the inserting.
insert into warehouse.fact_observation
    (period_year, area_key, indicator_key, period_key, measure, form_key, publication_id, value,
    value_text, obs_status, value_as_written, unit_as_written, factor, step, submission_id,
    line_code, sheet, cell)
with
fresh as materialized (
    select
        submission.submission_id,
        submission.area_key,
        submission.period_key,
        submission.form_key,
        period.period_year
    from ops.submission as submission
    inner join warehouse.dim_period as period on period.period_key = submission.period_key
    where submission.submission_id = any (:submission_ids)
        and (
            select fact.submission_id
            from warehouse.fact_observation as fact
            where fact.period_year = period.period_year
                and fact.submission_id = submission.submission_id
            limit 1
        ) is null
)

select
    fresh.period_year,
    fresh.area_key,
    indicator.indicator_key,
    fresh.period_key,
    observation.measure,
    fresh.form_key,
    :publication_id,
    observation.value,
    observation.value_text,
    observation.obs_status,
    observation.value_as_written,
    observation.unit_as_written,
    observation.factor,
    observation.step,
    fresh.submission_id,
    observation.line_code,
    observation.sheet,
    observation.cell
from fresh
inner join staging.observation as observation
    on observation.submission_id = fresh.submission_id
inner join warehouse.dim_indicator as indicator
    on indicator.indicator_code = observation.indicator_code
