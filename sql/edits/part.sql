-- A part is not larger than its total. The doubtful cell is the part's.
with
parts as materialized (
    select edit.edit_id, named.operand
    from warehouse.dim_edit as edit
    cross join lateral unnest(string_to_array(edit.operands, '|')) as named (operand)
    where edit.is_current
        and edit.edit_type = 'part'
),

-- Which parts are looked at is said before they are looked up: else every figure of the submission
-- would be held against every total.
wanted as materialized (
    select edit_key.*, parts.operand
    from staging.edit_key as edit_key
    inner join parts on parts.edit_id = edit_key.edit_id
    where edit_key.edit_type = 'part'
)

select
    wanted.edit_id,
    wanted.submission_id,
    part.indicator_code,
    part.measure,
    part.value as observed,
    case when part.is_blocked_hard or wanted.severity <> 'ERROR' then part.blocked_by end
        as closed_by,
    wanted.value as highest,
    coalesce(wanted.declared_tolerance, wanted.rounding + part.rounding) as tolerance,
    wanted.blocked_by,
    total_indicator.indicator_name as detail
from wanted
inner join staging.series as part
    on part.submission_id = wanted.submission_id
    and part.indicator_code = wanted.operand
    and part.measure = wanted.measure
inner join warehouse.dim_indicator as total_indicator
    on total_indicator.indicator_code = wanted.indicator_code
