insert into staging.edit_result
    (run_id, edit_id, submission_id, finding_key, outcome, blocked_by, sheet, cell, line_code,
    indicator_code, measure, observed, expected, tolerance, unit, factor, detail, observed_text,
    expected_text)
select
    :run_id,
    edit_id,
    submission_id,
    finding_key,
    outcome,
    blocked_by,
    sheet,
    cell,
    line_code,
    indicator_code,
    measure,
    observed,
    expected,
    tolerance,
    unit,
    factor,
    detail,
    observed_text,
    expected_text
from staging.edit_evaluation
where outcome <> 'passed'
