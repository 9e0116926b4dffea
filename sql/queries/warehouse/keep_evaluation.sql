-- What did not pass is kept row by row with its place, what was looked at is counted; a trial of
-- rules counts nothing. The few that are kept look their cells up, each by its key: the offset
-- keeps the planner from reading the whole series for them.
with
kept as (
    insert into staging.edit_result
        (run_id, edit_id, submission_id, finding_key, outcome, blocked_by, sheet, cell, line_code,
        indicator_code, measure, observed, expected, tolerance, unit, factor, detail,
        observed_text, expected_text)
    select
        :run_id,
        evaluation.edit_id,
        evaluation.submission_id,
        case evaluation.indicator_code
            when '' then evaluation.detail
            else evaluation.indicator_code || '/' || evaluation.measure
        end,
        evaluation.outcome,
        evaluation.blocked_by,
        nullif(place.sheet, ''),
        nullif(place.cell, ''),
        coalesce(place.line_code, evaluation.line_code),
        nullif(evaluation.indicator_code, ''),
        nullif(evaluation.measure, ''),
        evaluation.observed,
        evaluation.expected,
        evaluation.tolerance,
        coalesce(nullif(place.unit, ''), evaluation.unit),
        coalesce(place.factor, evaluation.factor),
        evaluation.detail,
        evaluation.observed_text,
        evaluation.expected_text
    from staging.edit_evaluation as evaluation
    left join lateral (
        select series.sheet, series.cell, series.line_code, series.unit, series.factor
        from staging.series as series
        where series.submission_id = evaluation.submission_id
            and series.indicator_code = evaluation.indicator_code
            and series.measure = evaluation.measure
        offset 0
    ) as place on true
    where evaluation.outcome <> 'passed'
    returning edit_id, submission_id, outcome
),

not_passed as (
    select
        edit_id,
        submission_id,
        count(*) filter (where outcome = 'failed') as failed,
        count(*) filter (where outcome = 'not_checkable') as not_checkable
    from kept
    group by edit_id, submission_id
),

looked_at as (
    select edit_id, submission_id, count(*) as cells
    from staging.comparison
    where :is_counted
    group by edit_id, submission_id
)

insert into ops.edit_outcome as known
    (run_id, edit_id, submission_id, passed, failed, not_checkable)
select
    :run_id,
    looked_at.edit_id,
    looked_at.submission_id,
    looked_at.cells - coalesce(not_passed.failed, 0) - coalesce(not_passed.not_checkable, 0),
    coalesce(not_passed.failed, 0),
    coalesce(not_passed.not_checkable, 0)
from looked_at
left join not_passed
    on not_passed.edit_id = looked_at.edit_id
    and not_passed.submission_id = looked_at.submission_id
on conflict (run_id, edit_id, submission_id) do update
set
    passed = excluded.passed,
    failed = excluded.failed,
    not_checkable = excluded.not_checkable
