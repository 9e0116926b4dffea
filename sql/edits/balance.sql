-- A total equals the signed sum of its parts. Each figure was rounded on its own, so the sum may be
-- off by half a step for every part and for the total.
with
-- Taken apart once, not for every total.
terms as materialized (
    select distinct
        scope.edit_id,
        scope.measure,
        found.ordinal,
        found.term[1] as sign,
        found.term[2] as indicator_code
    from staging.edit_scope as scope
    cross join lateral
        regexp_matches(scope.operands, '([+-])\s*([A-Z0-9_]+)', 'g')
            with ordinality as found (term, ordinal)
    where scope.edit_type = 'balance'
        and scope.form_code in (select subject.form_code from staging.subject as subject)
),

formulas as materialized (
    select
        edit_id,
        measure,
        string_agg(sign || indicator_code, ' ' order by indicator_code) as formula,
        count(*) as terms
    from terms
    group by edit_id, measure
),

-- Summed up before it is known which totals are looked at: few columns tell the sums apart.
sums as materialized (
    select
        terms.edit_id,
        part.submission_id,
        terms.measure,
        count(*) filter (where part.value is not null or part.obs_status in ('M', 'N')) as given,
        coalesce(sum(case terms.sign when '-' then -part.value else part.value end), 0) as total,
        sum(part.rounding) as parts_rounding,
        min(part.blocked_by) as blocked_by
    from terms
    inner join staging.series as part
        on part.indicator_code = terms.indicator_code
        and part.measure = terms.measure
    group by terms.edit_id, part.submission_id, terms.measure
)

select
    edit_key.edit_id,
    edit_key.submission_id,
    edit_key.indicator_code,
    edit_key.measure,
    edit_key.value as observed,
    edit_key.closed_by,
    case when sums.given = formulas.terms then sums.total end as lowest,
    case when sums.given = formulas.terms then sums.total end as highest,
    coalesce(edit_key.declared_tolerance, edit_key.rounding + sums.parts_rounding) as tolerance,
    sums.blocked_by,
    formulas.formula as detail
from staging.edit_key as edit_key
inner join formulas
    on formulas.edit_id = edit_key.edit_id
    and formulas.measure = edit_key.measure
left join sums
    on sums.edit_id = edit_key.edit_id
    and sums.submission_id = edit_key.submission_id
    and sums.measure = edit_key.measure
where edit_key.edit_type = 'balance'
