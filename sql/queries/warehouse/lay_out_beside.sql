-- Beside what was read: the published figures that are under check again or that edits compare
-- with, and an empty place for every cell that could not be read.
insert into staging.beside
    (submission_id, area_key, form_code, period_key, indicator_code, measure, value, obs_status,
    unit, factor, step, sheet, cell, line_code, is_subject, value_text, value_as_written,
    blocked_by, is_blocked_hard)
with
periods as (
    select subject.period_key from staging.subject as subject
    union
    select period.previous_key
    from staging.subject as subject
    inner join warehouse.dim_period as period on period.period_key = subject.period_key
    union
    select period.last_year_key
    from staging.subject as subject
    inner join warehouse.dim_period as period on period.period_key = subject.period_key
    union
    -- A quarter is held against its last month, a month against the year that ends with it.
    select other.period_key
    from staging.subject as subject
    inner join warehouse.dim_period as period on period.period_key = subject.period_key
    inner join warehouse.dim_period as other on other.ends_on = period.ends_on
)

select
    fact.submission_id,
    fact.area_key,
    form.form_code,
    fact.period_key,
    indicator.indicator_code,
    fact.measure,
    fact.value,
    fact.obs_status,
    fact.unit_as_written,
    fact.factor,
    fact.step,
    fact.sheet,
    fact.cell,
    fact.line_code,
    subject.submission_id is not null,
    fact.value_text,
    fact.value_as_written,
    null,
    false
from periods
inner join warehouse.dim_period as period on period.period_key = periods.period_key
inner join warehouse.fact_observation as fact
    on fact.period_year = period.period_year
    and fact.period_key = period.period_key
    and fact.superseded_by is null
inner join warehouse.dim_form as form on form.form_key = fact.form_key
inner join warehouse.dim_indicator as indicator
    on indicator.indicator_key = fact.indicator_key
left join staging.subject as subject
    on subject.submission_id = fact.submission_id
union all
select
    subject.submission_id,
    subject.area_key,
    subject.form_code,
    subject.period_key,
    blocked.indicator_code,
    blocked.measure,
    null,
    'O',
    '',
    1,
    0,
    '',
    '',
    '',
    true,
    null,
    '',
    blocked.code,
    true
from staging.subject as subject
inner join staging.blocked_cell as blocked
    on blocked.submission_id = subject.submission_id
where subject.state <> 'PUBLISHED'
