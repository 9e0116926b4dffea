-- What did not pass is kept row by row with its place, what was looked at is counted; a trial of
-- rules counts nothing. Whoever has something that did not pass is read once, to look its cells up.
with
looked_at as materialized (
    select
        edit_id,
        submission_id,
        outcome,
        count(*) as cells,
        array_agg(
            row(indicator_code, measure, reason, observed, expected, tolerance, line_code, unit,
                factor, detail, observed_text, expected_text)
        ) filter (where outcome <> 'passed') as found
    from (
${evaluation}
    ) as evaluation
    group by edit_id, submission_id, outcome
),

not_passed as (
    select looked_at.edit_id, looked_at.submission_id, looked_at.outcome, found.*
    from looked_at
    cross join lateral unnest(looked_at.found) as found (
        indicator_code text, measure text, reason text, observed numeric, expected numeric,
        tolerance numeric, line_code text, unit text, factor numeric, detail text,
        observed_text text, expected_text text
    )
),

places as (
    select series.*
    from (select distinct submission_id from looked_at where found is not null) as concerned
    cross join lateral (
        select
            submission_id,
            indicator_code,
            measure,
            sheet,
            cell,
            line_code,
            unit,
            factor
        from staging.series
        where series.submission_id = concerned.submission_id
        offset 0
    ) as series
),

kept as (
    insert into staging.edit_result
        (run_id, edit_id, submission_id, finding_key, outcome, blocked_by, sheet, cell, line_code,
        indicator_code, measure, observed, expected, tolerance, unit, factor, detail,
        observed_text, expected_text)
    select
        :run_id,
        not_passed.edit_id,
        not_passed.submission_id,
        case not_passed.indicator_code
            when '' then not_passed.detail
            else not_passed.indicator_code || '/' || not_passed.measure
        end,
        not_passed.outcome,
        not_passed.reason,
        nullif(places.sheet, ''),
        nullif(places.cell, ''),
        coalesce(places.line_code, not_passed.line_code),
        nullif(not_passed.indicator_code, ''),
        nullif(not_passed.measure, ''),
        not_passed.observed,
        not_passed.expected,
        not_passed.tolerance,
        coalesce(nullif(places.unit, ''), not_passed.unit),
        coalesce(places.factor, not_passed.factor),
        not_passed.detail,
        not_passed.observed_text,
        not_passed.expected_text
    from not_passed
    left join places
        on places.submission_id = not_passed.submission_id
        and places.indicator_code = not_passed.indicator_code
        and places.measure = not_passed.measure
)

insert into ops.edit_outcome as known
    (run_id, edit_id, submission_id, passed, failed, not_checkable)
select
    :run_id,
    edit_id,
    submission_id,
    coalesce(sum(cells) filter (where outcome = 'passed'), 0),
    coalesce(sum(cells) filter (where outcome = 'failed'), 0),
    coalesce(sum(cells) filter (where outcome = 'not_checkable'), 0)
from looked_at
where :is_counted
group by edit_id, submission_id
on conflict (run_id, edit_id, submission_id) do update
set
    passed = excluded.passed,
    failed = excluded.failed,
    not_checkable = excluded.not_checkable
