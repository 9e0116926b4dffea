-- A later version that changes or withdraws a published figure says why, in the frame's 更正说明. A
-- figure is its number, its stage or the mark in its place.
insert into staging.edit_evaluation
    (edit_id, submission_id, finding_key, outcome, blocked_by, sheet, cell, line_code,
    indicator_code, measure, observed, expected, unit, factor, observed_text, expected_text)
with
subjects as (
    select
        edit.edit_id,
        subject.submission_id,
        subject.area_key,
        subject.period_key,
        period.period_year,
        form.form_key,
        coalesce(submission.frame ->> 'correction_reason', '') <> '' as has_reason
    from warehouse.dim_edit as edit
    inner join warehouse.dim_form as form on form.form_code = edit.form_code
    inner join staging.subject as subject
        on subject.form_code = edit.form_code
        and subject.state <> 'PUBLISHED'
    inner join warehouse.dim_period as period on period.period_key = subject.period_key
    inner join ops.submission as submission
        on submission.submission_id = subject.submission_id
    where edit.is_current
        and edit.edit_type = 'revision'
),

compared as (
    select
        subjects.edit_id,
        subjects.submission_id,
        subjects.has_reason,
        indicator.indicator_code,
        published.measure,
        published.line_code,
        stated.sheet,
        stated.cell,
        stated.value,
        published.value as value_before,
        coalesce(stated.unit_as_written, published.unit_as_written) as unit,
        coalesce(stated.factor, published.factor) as factor,
        coalesce(stated.value_text, stated.value_as_written, '—') as observed_text,
        coalesce(published.value_text, published.value_as_written) as expected_text,
        (stated.value, stated.value_text, stated.obs_status)
            is distinct from (published.value, published.value_text, published.obs_status)
            as is_changed,
        blocked.code as blocked_by
    from subjects
    inner join warehouse.fact_observation as published
        on published.period_year = subjects.period_year
        and published.area_key = subjects.area_key
        and published.period_key = subjects.period_key
        and published.form_key = subjects.form_key
        and published.superseded_by is null
    inner join warehouse.dim_indicator as indicator
        on indicator.indicator_key = published.indicator_key
    left join staging.observation as stated
        on stated.submission_id = subjects.submission_id
        and stated.indicator_code = indicator.indicator_code
        and stated.measure = published.measure
    left join staging.blocked_cell as blocked
        on blocked.submission_id = subjects.submission_id
        and blocked.indicator_code = indicator.indicator_code
        and blocked.measure = published.measure
)

select
    edit_id,
    submission_id,
    indicator_code || '/' || measure,
    case
        when blocked_by is not null then 'not_checkable'
        when is_changed and not has_reason then 'failed'
        else 'passed'
    end,
    blocked_by,
    sheet,
    cell,
    line_code,
    indicator_code,
    measure,
    value,
    value_before,
    unit,
    factor,
    observed_text,
    expected_text
from compared
