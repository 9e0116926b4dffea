insert into warehouse.dim_form_version
    (form_version, form_key, form_code, frequency, january_collected, due_day, submitted_by,
    valid_from, valid_to)
select
    :version,
    form.form_key,
    form.form_code,
    form.frequency,
    form.january_collected,
    form.due_day,
    form.submitted_by,
    form.valid_from,
    form.valid_to
from warehouse.dim_form as form
on conflict (form_version, form_key) do nothing
