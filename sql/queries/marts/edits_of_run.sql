-- The edits of a run that found something, or could not be checked somewhere.
select
    outcome.edit_id,
    outcome.edit_type,
    outcome.level,
    outcome.severity,
    outcome.form_code,
    sum(outcome.passed) as passed,
    sum(outcome.failed) as failed,
    sum(outcome.not_checkable) as not_checkable
from mart.edit_outcome as outcome
where outcome.run_id = :run_id
group by
    outcome.edit_id,
    outcome.edit_type,
    outcome.level,
    outcome.severity,
    outcome.form_code
having sum(outcome.failed) + sum(outcome.not_checkable) > 0
order by sum(outcome.failed) desc, sum(outcome.not_checkable) desc, outcome.edit_id
