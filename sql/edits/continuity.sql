-- Last month's cumulative figure and this month make this month's cumulative figure. Where January
-- is not collected, February's figure holds both months and starts the year.
insert into staging.edit_evaluation
    (edit_id, submission_id, finding_key, outcome, blocked_by, sheet, cell, line_code,
    indicator_code, measure, observed, expected, tolerance, unit, factor)
with
compared as (
    select
        edit_key.*,
        previous.value + of_month.value as total,
        previous.submission_id is null as lacks_previous,
        blocked.code as blocked_by,
        coalesce(edit_key.declared_tolerance, edit_key.step * 1.5) as tolerance
    from staging.edit_key as edit_key
    inner join warehouse.dim_form as form on form.form_code = edit_key.form_code
    inner join staging.series as of_month
        on of_month.submission_id = edit_key.submission_id
        and of_month.indicator_code = edit_key.indicator_code
        and of_month.measure = 'MONTH'
    left join staging.reference as previous
        on previous.area_key = edit_key.area_key
        and previous.form_code = edit_key.form_code
        and previous.period_key = edit_key.previous_key
        and previous.indicator_code = edit_key.indicator_code
        and previous.measure = 'YTD'
    left join staging.blocked_cell as blocked
        on blocked.submission_id = edit_key.submission_id
        and blocked.indicator_code = edit_key.indicator_code
        and blocked.measure = 'MONTH'
    where edit_key.edit_type = 'continuity'
        and edit_key.measure = 'YTD'
        and edit_key.end_month > case when form.january_collected then 1 else 2 end
)

select
    edit_id,
    submission_id,
    finding_key,
    case
        when value is null or total is null then 'not_checkable'
        when abs(value - total) > tolerance then 'failed'
        else 'passed'
    end,
    case
        when value is not null and total is not null then null
        when coalesce(key_blocked_by, blocked_by) is not null
            then coalesce(key_blocked_by, blocked_by)
        when lacks_previous then 'NO_PREVIOUS_PERIOD'
        else 'NO_VALUE'
    end,
    sheet,
    cell,
    line_code,
    indicator_code,
    measure,
    value,
    total,
    tolerance,
    unit,
    factor
from compared
