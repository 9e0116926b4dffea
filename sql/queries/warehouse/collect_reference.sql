-- As others see a series: the newest version under check that passed levels 0 and 1, else what is
-- published. For the year before what is checked, loaded history stands in where the indicator's
-- own form has no figure.
insert into staging.reference
    (area_key, form_code, period_key, indicator_code, measure, value, obs_status, submission_id,
    rounding, blocked_by)
with
seen as (
    select
        series.area_key,
        series.form_code,
        series.period_key,
        series.indicator_code,
        series.measure,
        series.value,
        series.obs_status,
        series.submission_id,
        series.rounding,
        series.blocked_by
    from staging.series as series
    left join staging.subject as subject on subject.submission_id = series.submission_id
    where not series.is_subject
        or subject.is_clean
),

years_before as (
    select distinct period.last_year_key as period_key
    from staging.subject as subject
    inner join warehouse.dim_period as period on period.period_key = subject.period_key
),

offered as (
    select seen.*, false as is_history
    from seen
    union all
    select
        seen.area_key,
        indicator.authoritative_form,
        seen.period_key,
        seen.indicator_code,
        seen.measure,
        seen.value,
        seen.obs_status,
        seen.submission_id,
        seen.rounding,
        seen.blocked_by,
        true
    from seen
    inner join years_before on years_before.period_key = seen.period_key
    inner join warehouse.dim_form as form
        on form.form_code = seen.form_code
        and form.orientation = 'crosstab'
    inner join warehouse.dim_indicator as indicator
        on indicator.indicator_code = seen.indicator_code
        and indicator.authoritative_form is not null
)

select distinct on (
    offered.area_key,
    offered.form_code,
    offered.period_key,
    offered.indicator_code,
    offered.measure
)
    offered.area_key,
    offered.form_code,
    offered.period_key,
    offered.indicator_code,
    offered.measure,
    offered.value,
    offered.obs_status,
    offered.submission_id,
    offered.rounding,
    offered.blocked_by
from offered
order by
    offered.area_key,
    offered.form_code,
    offered.period_key,
    offered.indicator_code,
    offered.measure,
    offered.is_history,
    offered.submission_id desc
