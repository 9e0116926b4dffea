-- A part is not larger than its total. The doubtful cell is the part's.
insert into staging.edit_evaluation
    (edit_id, submission_id, finding_key, outcome, blocked_by, sheet, cell, line_code,
    indicator_code, measure, observed, expected, tolerance, unit, factor, detail)
with
compared as (
    select
        edit_key.edit_id,
        edit_key.submission_id,
        edit_key.value as total,
        total_indicator.indicator_name as total_name,
        part.value,
        part.sheet,
        part.cell,
        part.line_code,
        part.indicator_code,
        part.measure,
        part.unit,
        part.factor,
        coalesce(
            edit_key.declared_tolerance,
            (edit_key.step + part.step) / 2
        ) as tolerance,
        edit_key.value is not null and part.value is not null as is_checkable,
        coalesce(edit_key.key_blocked_by, blocked.code) as blocked_by
    from staging.edit_key as edit_key
    cross join lateral regexp_split_to_table(edit_key.operands, '\|') as named (operand)
    inner join staging.series as part
        on part.submission_id = edit_key.submission_id
        and part.indicator_code = named.operand
        and part.measure = edit_key.measure
    inner join warehouse.dim_indicator as total_indicator
        on total_indicator.indicator_code = edit_key.indicator_code
    left join staging.blocked_cell as blocked
        on blocked.submission_id = part.submission_id
        and blocked.indicator_code = part.indicator_code
        and blocked.measure = part.measure
    where edit_key.edit_type = 'part'
)

select
    edit_id,
    submission_id,
    indicator_code || '/' || measure,
    case
        when not is_checkable then 'not_checkable'
        when value > total + tolerance then 'failed'
        else 'passed'
    end,
    case when not is_checkable then coalesce(blocked_by, 'NO_VALUE') end,
    sheet,
    cell,
    line_code,
    indicator_code,
    measure,
    value,
    total,
    tolerance,
    unit,
    factor,
    total_name
from compared
