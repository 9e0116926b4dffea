-- What did not pass is kept row by row, what was looked at is counted; a trial of rules counts
-- nothing. Both read the same evaluation, made once.
with
evaluated as materialized (
    select * from staging.edit_evaluation
),

kept as (
    insert into staging.edit_result
        (run_id, edit_id, submission_id, finding_key, outcome, blocked_by, sheet, cell, line_code,
        indicator_code, measure, observed, expected, tolerance, unit, factor, detail,
        observed_text, expected_text)
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
    from evaluated
    where outcome <> 'passed'
)

insert into ops.edit_outcome as known
    (run_id, edit_id, submission_id, passed, failed, not_checkable)
select
    :run_id,
    edit_id,
    submission_id,
    count(*) filter (where outcome = 'passed'),
    count(*) filter (where outcome = 'failed'),
    count(*) filter (where outcome = 'not_checkable')
from evaluated
where :is_counted
group by edit_id, submission_id
on conflict (run_id, edit_id, submission_id) do update
set
    passed = excluded.passed,
    failed = excluded.failed,
    not_checkable = excluded.not_checkable
