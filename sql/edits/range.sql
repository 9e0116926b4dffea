-- A figure lies within the bounds its nature sets, in base units.
insert into staging.edit_evaluation
    (edit_id, submission_id, finding_key, outcome, blocked_by, sheet, cell, line_code,
    indicator_code, measure, observed, expected, unit, factor, detail)
select
    edit_id,
    submission_id,
    finding_key,
    case
        when value is null then 'not_checkable'
        when value < minimum or value > maximum then 'failed'
        else 'passed'
    end,
    key_blocked_by,
    sheet,
    cell,
    line_code,
    indicator_code,
    measure,
    value,
    case when value < minimum then minimum else maximum end,
    unit,
    factor,
    concat(
        coalesce(warehouse.plain(minimum / factor), '-∞'),
        ' … ',
        coalesce(warehouse.plain(maximum / factor), '+∞')
    )
from staging.edit_key
where edit_type = 'range'
    and (value is not null or key_blocked_by is not null)
