-- A cell that failed is looked at by no further edit: one fault, one finding. A soft finding closes
-- a cell to the edits of the higher levels only, and not once it was explained or waived. Looked at
-- is what one type of edits found, or what all found so far.
with
failed as (
    select
        result.submission_id,
        result.indicator_code,
        result.measure,
        (array_agg(edit.finding_code order by edit.severity, edit.finding_code))[1] as code,
        bool_or(edit.severity = 'ERROR') as is_hard
    from staging.edit_result as result
    inner join warehouse.dim_edit as edit
        on edit.edit_id = result.edit_id
        and (
            edit.severity = 'ERROR'
            or (edit.severity = 'WARNING' and (edit.level > 1 or :softly))
        )
    where result.run_id = :run_id
        and result.edit_id = any (
            array(
                select of_type.edit_id
                from warehouse.dim_edit as of_type
                where of_type.edit_type = coalesce(:edit_type, of_type.edit_type)
            )
        )
        and result.outcome = 'failed'
        and result.indicator_code is not null
        and not exists (
            select 1
            from warehouse.fact_finding as settled
            where settled.submission_id = result.submission_id
                and settled.edit_id = result.edit_id
                and settled.line_code is not distinct from result.line_code
                and settled.measure is not distinct from result.measure
                and settled.state in ('WAIVED', 'EXPLAINED')
        )
    group by result.submission_id, result.indicator_code, result.measure
),

of_what_was_read as (
    update staging.observation as observation
    set blocked_by = failed.code, is_blocked_hard = failed.is_hard
    from failed
    where observation.submission_id = failed.submission_id
        and observation.indicator_code = failed.indicator_code
        and observation.measure = failed.measure
        and observation.blocked_by is null
)

update staging.beside as beside
set blocked_by = failed.code, is_blocked_hard = failed.is_hard
from failed
where beside.submission_id = failed.submission_id
    and beside.indicator_code = failed.indicator_code
    and beside.measure = failed.measure
    and beside.blocked_by is null
