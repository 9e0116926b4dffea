-- What one rule book found against what another finds, edit by edit; only edits that differ or are
-- in one of the two books alone, or found something.
select
    coalesce(before.edit_id, after.edit_id) as edit_id,
    edit.edit_type,
    edit.severity,
    edit.form_code,
    count(*) filter (where before.outcome = 'failed') as found_in_force,
    count(*) filter (where after.outcome = 'failed') as found_on_trial,
    count(*) filter (
        where after.outcome = 'failed' and before.outcome is distinct from 'failed'
    ) as found_anew,
    count(*) filter (
        where before.outcome = 'failed' and after.outcome is distinct from 'failed'
    ) as no_longer_found,
    count(*) filter (where before.outcome = 'not_checkable') as not_checkable_in_force,
    count(*) filter (where after.outcome = 'not_checkable') as not_checkable_on_trial
from (
    select * from staging.edit_result where run_id = :in_force
) as before
full join (
    select * from staging.edit_result where run_id = :on_trial
) as after
    on after.edit_id = before.edit_id
    and after.submission_id = before.submission_id
    and after.finding_key = before.finding_key
inner join warehouse.dim_edit as edit
    on edit.edit_id = coalesce(before.edit_id, after.edit_id)
group by
    coalesce(before.edit_id, after.edit_id),
    edit.edit_type,
    edit.severity,
    edit.form_code
having count(*) filter (where 'failed' in (before.outcome, after.outcome)) > 0
order by found_anew desc, no_longer_found desc, edit_id
