-- What the edits of this type said of a cell in this run is about to be said anew.
with
said as (
    select
        result.submission_id,
        result.indicator_code,
        result.measure,
        edit.finding_code
    from staging.edit_result as result
    inner join warehouse.dim_edit as edit on edit.edit_id = result.edit_id
    where result.run_id = :run_id
        and result.edit_id = any (
            array(
                select of_type.edit_id
                from warehouse.dim_edit as of_type
                where of_type.edit_type = :edit_type
            )
        )
        and result.outcome = 'failed'
),

of_what_was_read as (
    update staging.observation as observation
    set blocked_by = null, is_blocked_hard = false
    from said
    where observation.submission_id = said.submission_id
        and observation.indicator_code = said.indicator_code
        and observation.measure = said.measure
        and observation.blocked_by = said.finding_code
)

update staging.beside as beside
set blocked_by = null, is_blocked_hard = false
from said
where beside.submission_id = said.submission_id
    and beside.indicator_code = said.indicator_code
    and beside.measure = said.measure
    and beside.blocked_by = said.finding_code
