-- A later version that changes a published figure says why, in the frame's 更正说明.
insert into staging.edit_evaluation
    (edit_id, submission_id, finding_key, outcome, sheet, cell, line_code,
    indicator_code, measure, observed, expected, unit, factor)
select
    edit.edit_id,
    series.submission_id,
    series.indicator_code || '/' || series.measure,
    case
        when published.value is not distinct from series.value then 'passed'
        when coalesce(submission.frame ->> 'correction_reason', '') <> '' then 'passed'
        else 'failed'
    end,
    series.sheet,
    series.cell,
    series.line_code,
    series.indicator_code,
    series.measure,
    series.value,
    published.value,
    series.unit,
    series.factor
from warehouse.dim_edit as edit
inner join staging.subject as subject
    on subject.form_code = edit.form_code
    and subject.state <> 'PUBLISHED'
inner join ops.submission as submission
    on submission.submission_id = subject.submission_id
inner join staging.series as series
    on series.submission_id = subject.submission_id
inner join staging.series as published
    on published.area_key = series.area_key
    and published.form_code = series.form_code
    and published.period_key = series.period_key
    and published.indicator_code = series.indicator_code
    and published.measure = series.measure
    and not published.is_subject
where edit.is_current
    and edit.edit_type = 'revision'
