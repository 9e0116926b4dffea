-- A figure that is cumulative from January does not fall within the year.
insert into staging.edit_evaluation
    (edit_id, submission_id, finding_key, outcome, blocked_by, sheet, cell, line_code,
    indicator_code, measure, observed, expected, tolerance, unit, factor)
with
compared as (
    select
        edit_key.*,
        previous.value as value_before,
        previous.submission_id is null as lacks_previous,
        coalesce(edit_key.declared_tolerance, 0) as tolerance
    from staging.edit_key as edit_key
    inner join warehouse.dim_indicator as indicator
        on indicator.indicator_code = edit_key.indicator_code
        and indicator.nature = 'flow'
    inner join warehouse.dim_form as form on form.form_code = edit_key.form_code
    left join staging.reference as previous
        on previous.area_key = edit_key.area_key
        and previous.form_code = edit_key.form_code
        and previous.period_key = edit_key.previous_key
        and previous.indicator_code = edit_key.indicator_code
        and previous.measure = edit_key.measure
    where edit_key.edit_type = 'monotone'
        and edit_key.end_month > case
            when form.frequency = 'QUARTER' then 3
            when form.january_collected then 1
            else 2
        end
)

select
    edit_id,
    submission_id,
    finding_key,
    case
        when value is null or value_before is null then 'not_checkable'
        when value < value_before - tolerance then 'failed'
        else 'passed'
    end,
    case
        when value is not null and value_before is not null then null
        when key_blocked_by is not null then key_blocked_by
        when lacks_previous then 'NO_PREVIOUS_PERIOD'
        else 'NO_VALUE'
    end,
    sheet,
    cell,
    line_code,
    indicator_code,
    measure,
    value,
    value_before,
    tolerance,
    unit,
    factor
from compared
