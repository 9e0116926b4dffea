-- The edits that looked at a figure when its submission was checked last, and with what outcome.
select
    outcome.edit_id,
    outcome.edit_type,
    outcome.level,
    outcome.severity,
    outcome.passed,
    outcome.failed,
    outcome.not_checkable
from mart.edit_outcome as outcome
inner join mart.edit as edit on edit.edit_id = outcome.edit_id
where outcome.submission_id = :submission_id
    and outcome.run_id = :run_id
    and (
        edit.indicator_code is null
        or edit.indicator_code = :indicator
        or :indicator = any (string_to_array(edit.operands, '|'))
    )
    and (edit.measure is null or edit.measure = :measure)
order by outcome.edit_id
