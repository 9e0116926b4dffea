-- A total equals the signed sum of its parts. Each figure was rounded on its own, so the sum may be
-- off by half a step for every part and for the total.
insert into staging.edit_evaluation
    (edit_id, submission_id, finding_key, outcome, blocked_by, sheet, cell, line_code,
    indicator_code, measure, observed, expected, tolerance, unit, factor, detail)
with
terms as (
    select
        edit.edit_id,
        term[1] as sign,
        term[2] as indicator_code
    from warehouse.dim_edit as edit
    cross join lateral
        regexp_matches(edit.operands, '([+-])\s*([A-Z0-9_]+)', 'g') as found (term)
    where edit.is_current
        and edit.edit_type = 'balance'
),

parts as (
    select
        edit_key.edit_id,
        edit_key.submission_id,
        edit_key.finding_key,
        count(*) as part_count,
        count(*) filter (
            where part.value is not null or part.obs_status in ('M', 'N')
        ) as given_count,
        sum(case terms.sign when '-' then -1 else 1 end * coalesce(part.value, 0)) as total,
        max(part.step) as step,
        min(blocked.code) as blocked_by,
        string_agg(terms.sign || terms.indicator_code, ' ' order by terms.indicator_code)
            as formula
    from staging.edit_key as edit_key
    inner join terms on terms.edit_id = edit_key.edit_id
    left join staging.series as part
        on part.submission_id = edit_key.submission_id
        and part.indicator_code = terms.indicator_code
        and part.measure = edit_key.measure
    left join staging.blocked_cell as blocked
        on blocked.submission_id = edit_key.submission_id
        and blocked.indicator_code = terms.indicator_code
        and blocked.measure = edit_key.measure
    where edit_key.edit_type = 'balance'
    group by edit_key.edit_id, edit_key.submission_id, edit_key.finding_key
),

compared as (
    select
        edit_key.*,
        parts.total,
        parts.blocked_by,
        parts.formula,
        parts.given_count = parts.part_count and edit_key.value is not null as is_checkable,
        coalesce(
            edit_key.declared_tolerance,
            greatest(parts.step, edit_key.step) / 2 * (parts.part_count + 1)
        ) as tolerance
    from staging.edit_key as edit_key
    inner join parts
        on parts.edit_id = edit_key.edit_id
        and parts.submission_id = edit_key.submission_id
        and parts.finding_key = edit_key.finding_key
)

select
    edit_id,
    submission_id,
    finding_key,
    case
        when not is_checkable then 'not_checkable'
        when abs(value - total) > tolerance then 'failed'
        else 'passed'
    end,
    case when not is_checkable then coalesce(key_blocked_by, blocked_by, 'NO_VALUE') end,
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
    formula
from compared
