-- How every edit of a run came out, over all submissions.
select
    outcome.edit_id,
    outcome.edit_type,
    outcome.severity,
    sum(outcome.passed) as passed,
    sum(outcome.failed) as failed,
    sum(outcome.not_checkable) as not_checkable
from mart.edit_outcome as outcome
where outcome.run_id = :run_id
group by outcome.edit_id, outcome.edit_type, outcome.severity
order by outcome.edit_id
