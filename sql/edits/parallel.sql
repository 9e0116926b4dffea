-- Two figures of one form, above all two growth rates, do not lie further apart than their nature
-- allows; nor does the growth of a total from that of its parts, each weighted by its figure of
-- last year, or of this one where last year's is not given.
with
operands as materialized (
    select
        edit.edit_id,
        named.operand,
        indicator.indicator_name,
        count(*) over (partition by edit.edit_id) as named
    from warehouse.dim_edit as edit
    cross join lateral unnest(string_to_array(edit.operands, '|')) as named (operand)
    inner join warehouse.dim_indicator as indicator on indicator.indicator_code = named.operand
    where edit.is_current
        and edit.edit_type = 'parallel'
),

-- Which figures are looked at is said before they are looked up.
wanted as materialized (
    select edit_key.*, operands.operand, operands.indicator_name, operands.named
    from staging.edit_key as edit_key
    inner join operands on operands.edit_id = edit_key.edit_id
    where edit_key.edit_type = 'parallel'
),

others as (
    select
        wanted.edit_id,
        wanted.submission_id,
        wanted.indicator_code,
        wanted.measure,
        wanted.value,
        wanted.closed_by,
        wanted.declared_tolerance,
        case
            when wanted.named = 1 then min(other.value)
            when count(other.value * weight.value) = wanted.named
                then round(sum(other.value * weight.value) / nullif(sum(weight.value), 0), 2)
        end as other_value,
        min(other.blocked_by) as blocked_by,
        string_agg(wanted.indicator_name, '、' order by wanted.operand) as detail
    from wanted
    inner join staging.series as other
        on other.submission_id = wanted.submission_id
        and other.indicator_code = wanted.operand
        and other.measure = wanted.measure
    left join staging.series as last_year
        on last_year.submission_id = wanted.submission_id
        and last_year.indicator_code = wanted.operand
        and last_year.measure = 'YTD_LY'
        and wanted.named > 1
    left join staging.series as this_year
        on this_year.submission_id = wanted.submission_id
        and this_year.indicator_code = wanted.operand
        and this_year.measure = 'YTD'
        and wanted.named > 1
    cross join lateral (select coalesce(last_year.value, this_year.value) as value) as weight
    group by
        wanted.edit_id,
        wanted.submission_id,
        wanted.indicator_code,
        wanted.measure,
        wanted.value,
        wanted.closed_by,
        wanted.declared_tolerance,
        wanted.named
)

select
    edit_id,
    submission_id,
    indicator_code,
    measure,
    value as observed,
    closed_by,
    other_value as lowest,
    other_value as highest,
    declared_tolerance as tolerance,
    blocked_by,
    detail
from others
