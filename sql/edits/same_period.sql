-- Last year's figure as quoted now is the one that was published last year, unless a figure on the
-- comparable basis stands beside it: then the restatement is declared.
insert into staging.edit_evaluation
    (edit_id, submission_id, finding_key, outcome, blocked_by, sheet, cell, line_code,
    indicator_code, measure, observed, expected, tolerance, unit, factor)
with
compared as (
    select
        edit_key.*,
        last_year.value as value_then,
        last_year.submission_id is null as lacks_last_year,
        coalesce(edit_key.declared_tolerance, edit_key.step / 2) as tolerance,
        exists (
            select 1
            from staging.series as comparable
            where comparable.submission_id = edit_key.submission_id
                and comparable.indicator_code = edit_key.indicator_code
                and comparable.measure = 'YTD_LY_COMP'
                and comparable.value is not null
        ) as is_restated,
        coalesce(edit_key.key_blocked_by, blocked.code) as blocked_by
    from staging.edit_key as edit_key
    left join staging.reference as last_year
        on last_year.area_key = edit_key.area_key
        and last_year.form_code = edit_key.form_code
        and last_year.period_key = edit_key.last_year_key
        and last_year.indicator_code = edit_key.indicator_code
        and last_year.measure = 'YTD'
    -- Whether a restatement is declared cannot be seen in a cell that cannot be read.
    left join staging.blocked_cell as blocked
        on blocked.submission_id = edit_key.submission_id
        and blocked.indicator_code = edit_key.indicator_code
        and blocked.measure = 'YTD_LY_COMP'
    where edit_key.edit_type = 'same_period'
        and edit_key.measure = 'YTD_LY'
)

select
    edit_id,
    submission_id,
    finding_key,
    case
        when is_restated then 'passed'
        when blocked_by is not null or value is null or value_then is null
            then 'not_checkable'
        when abs(value - value_then) > tolerance then 'failed'
        else 'passed'
    end,
    case
        when is_restated then null
        when blocked_by is not null then blocked_by
        when value is not null and value_then is not null then null
        when lacks_last_year then 'NO_LAST_YEAR'
        else 'NO_VALUE'
    end,
    sheet,
    cell,
    line_code,
    indicator_code,
    measure,
    value,
    value_then,
    tolerance,
    unit,
    factor
from compared
