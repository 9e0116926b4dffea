-- A total equals the signed sum of its parts. Each figure was rounded on its own, so the sum may be
-- off by half a step for every part and for the total.
insert into staging.comparison
    (edit_id, submission_id, indicator_code, measure, observed, closed_by, lowest, highest,
    tolerance, blocked_by, detail)
with
-- Taken apart once, not for every total.
terms as materialized (
    select
        edit.edit_id,
        found.term[1] as sign,
        found.term[2] as indicator_code
    from warehouse.dim_edit as edit
    cross join lateral
        regexp_matches(edit.operands, '([+-])\s*([A-Z0-9_]+)', 'g') as found (term)
    where edit.is_current
        and edit.edit_type = 'balance'
),

formulas as materialized (
    select
        edit_id,
        string_agg(sign || indicator_code, ' ' order by indicator_code) as formula
    from terms
    group by edit_id
),

parts as (
    select
        edit_key.edit_id,
        edit_key.submission_id,
        edit_key.indicator_code,
        edit_key.measure,
        edit_key.value,
        edit_key.closed_by,
        edit_key.rounding,
        edit_key.declared_tolerance,
        bool_and(coalesce(part.value is not null or part.obs_status in ('M', 'N'), false))
            as is_complete,
        sum(case terms.sign when '-' then -1 else 1 end * coalesce(part.value, 0)) as total,
        sum(part.rounding) as parts_rounding,
        min(part.blocked_by) as blocked_by
    from staging.edit_key as edit_key
    inner join terms on terms.edit_id = edit_key.edit_id
    left join staging.series as part
        on part.submission_id = edit_key.submission_id
        and part.indicator_code = terms.indicator_code
        and part.measure = edit_key.measure
    where edit_key.edit_type = 'balance'
    group by
        edit_key.edit_id,
        edit_key.submission_id,
        edit_key.indicator_code,
        edit_key.measure,
        edit_key.value,
        edit_key.closed_by,
        edit_key.rounding,
        edit_key.declared_tolerance
)

select
    parts.edit_id,
    parts.submission_id,
    parts.indicator_code,
    parts.measure,
    parts.value,
    parts.closed_by,
    case when parts.is_complete then parts.total end,
    case when parts.is_complete then parts.total end,
    coalesce(parts.declared_tolerance, parts.rounding + parts.parts_rounding),
    parts.blocked_by,
    formulas.formula
from parts
inner join formulas on formulas.edit_id = parts.edit_id
