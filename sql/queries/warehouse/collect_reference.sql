-- As others see a series: the newest version under check that passed levels 0 and 1, else what is
-- published. For the year before what is checked, loaded history stands in where the indicator's
-- own form has no figure. Hardly ever does anybody offer what somebody else offers too, so that
-- series by series the first has to be found.
insert into staging.reference
    (area_key, form_code, period_key, indicator_code, measure, value, obs_status, submission_id,
    rounding, blocked_by)
with
years_before as (
    select distinct period.last_year_key as period_key
    from staging.subject as subject
    inner join warehouse.dim_period as period on period.period_key = subject.period_key
),

offering as materialized (
    select subject.submission_id, subject.area_key, subject.form_code, subject.period_key
    from staging.subject as subject
    where subject.is_clean
    union
    select beside.submission_id, beside.area_key, beside.form_code, beside.period_key
    from staging.beside as beside
    where not beside.is_subject
),

history as materialized (
    select
        offering.area_key,
        indicator.authoritative_form as form_code,
        offering.period_key,
        series.indicator_code,
        series.measure,
        series.value,
        series.obs_status,
        series.submission_id,
        series.rounding,
        series.blocked_by
    from offering
    inner join years_before on years_before.period_key = offering.period_key
    inner join warehouse.dim_form as form
        on form.form_code = offering.form_code
        and form.orientation = 'crosstab'
    inner join staging.series as series on series.submission_id = offering.submission_id
    inner join warehouse.dim_indicator as indicator
        on indicator.indicator_code = series.indicator_code
        and indicator.authoritative_form is not null
),

offered_twice as materialized (
    select offers.area_key, offers.form_code, offers.period_key
    from (
        select submission_id, area_key, form_code, period_key from offering
        union all
        select distinct submission_id, area_key, form_code, period_key from history
    ) as offers
    group by offers.area_key, offers.form_code, offers.period_key
    having count(*) > 1
),

offered as (
    select
        offering.area_key,
        offering.form_code,
        offering.period_key,
        series.indicator_code,
        series.measure,
        series.value,
        series.obs_status,
        series.submission_id,
        series.rounding,
        series.blocked_by,
        false as is_history,
        offered_twice.period_key is not null as is_contested
    from offering
    inner join staging.series as series on series.submission_id = offering.submission_id
    left join offered_twice
        on offered_twice.area_key = offering.area_key
        and offered_twice.form_code = offering.form_code
        and offered_twice.period_key = offering.period_key
    union all
    select history.*, true, offered_twice.period_key is not null
    from history
    left join offered_twice
        on offered_twice.area_key = history.area_key
        and offered_twice.form_code = history.form_code
        and offered_twice.period_key = history.period_key
)

select
    area_key,
    form_code,
    period_key,
    indicator_code,
    measure,
    value,
    obs_status,
    submission_id,
    rounding,
    blocked_by
from offered
where not is_contested
union all
(
    select distinct on (area_key, form_code, period_key, indicator_code, measure)
        area_key,
        form_code,
        period_key,
        indicator_code,
        measure,
        value,
        obs_status,
        submission_id,
        rounding,
        blocked_by
    from offered
    where is_contested
    order by
        area_key,
        form_code,
        period_key,
        indicator_code,
        measure,
        is_history,
        submission_id desc
)
