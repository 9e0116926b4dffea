-- What the edits of this type said of a cell in this run is about to be said anew.
update staging.series as series
set blocked_by = null, is_blocked_hard = false
from staging.edit_result as result
inner join warehouse.dim_edit as edit on edit.edit_id = result.edit_id
where result.run_id = :run_id
    and result.edit_id = any (
        array(select of_type.edit_id from warehouse.dim_edit as of_type
        where of_type.edit_type = :edit_type)
    )
    and result.outcome = 'failed'
    and series.submission_id = result.submission_id
    and series.indicator_code = result.indicator_code
    and series.measure = result.measure
    and series.blocked_by = edit.finding_code
