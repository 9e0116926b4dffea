insert into warehouse.dim_form as known
    (form_code, form_name, form_name_en, frequency, january_collected, due_day, submitted_by,
    valid_from, valid_to, orientation)
select
    form_code,
    name_zh,
    name_en,
    frequency,
    january_collected = 'yes',
    due_day,
    submitted_by,
    valid_from,
    valid_to,
    orientation
from jsonb_to_recordset(:rows::jsonb) as seed (
    form_code text, name_zh text, name_en text, frequency text, january_collected text,
    due_day smallint, submitted_by text, valid_from date, valid_to date,
    orientation text
)
on conflict (form_code) do update
set
    form_name = excluded.form_name,
    form_name_en = excluded.form_name_en,
    frequency = excluded.frequency,
    january_collected = excluded.january_collected,
    due_day = excluded.due_day,
    submitted_by = excluded.submitted_by,
    valid_from = excluded.valid_from,
    valid_to = excluded.valid_to,
    orientation = excluded.orientation
