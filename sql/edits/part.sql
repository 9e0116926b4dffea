-- A part is not larger than its total. The doubtful cell is the part's.
insert into staging.comparison
    (edit_id, submission_id, indicator_code, measure, observed, closed_by, highest, tolerance,
    blocked_by, detail)
with
parts as materialized (
    select edit.edit_id, named.operand
    from warehouse.dim_edit as edit
    cross join lateral unnest(string_to_array(edit.operands, '|')) as named (operand)
    where edit.is_current
        and edit.edit_type = 'part'
)

select
    edit_key.edit_id,
    edit_key.submission_id,
    part.indicator_code,
    part.measure,
    part.value,
    case when part.is_blocked_hard or edit_key.severity <> 'ERROR' then part.blocked_by end,
    edit_key.value,
    coalesce(edit_key.declared_tolerance, edit_key.rounding + part.rounding),
    edit_key.blocked_by,
    total_indicator.indicator_name
from staging.edit_key as edit_key
inner join parts on parts.edit_id = edit_key.edit_id
inner join staging.series as part
    on part.submission_id = edit_key.submission_id
    and part.indicator_code = parts.operand
    and part.measure = edit_key.measure
inner join warehouse.dim_indicator as total_indicator
    on total_indicator.indicator_code = edit_key.indicator_code
where edit_key.edit_type = 'part'
