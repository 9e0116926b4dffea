insert into warehouse.dim_edit as known
    (edit_id, edit_type, level, severity, form_code, indicator_code, measure, operands, minimum,
    maximum, tolerance, valid_from, valid_to, owner, reason, text_zh, text_en, areas, months,
    finding_code)
select
    seed.edit_id,
    seed.type,
    seed.level,
    seed.severity,
    seed.form_code,
    seed.indicator_code,
    seed.measure,
    seed.operands,
    seed.minimum,
    seed.maximum,
    seed.tolerance,
    seed.valid_from,
    seed.valid_to,
    seed.owner,
    seed.reason,
    seed.text_zh,
    seed.text_en,
    seed.areas,
    seed.months,
    edit_type.finding_code
from jsonb_to_recordset(:rows::jsonb) as seed (
    edit_id text, type text, level smallint, severity text, form_code text,
    indicator_code text, measure text, operands text, minimum numeric, maximum numeric,
    tolerance numeric, valid_from date, valid_to date, owner text, reason text, text_zh text,
    text_en text, areas text, months text
)
inner join jsonb_to_recordset(:types::jsonb) as edit_type (type text, finding_code text)
    on edit_type.type = seed.type
on conflict (edit_id) do update
set
    edit_type = excluded.edit_type,
    level = excluded.level,
    severity = excluded.severity,
    form_code = excluded.form_code,
    indicator_code = excluded.indicator_code,
    measure = excluded.measure,
    operands = excluded.operands,
    minimum = excluded.minimum,
    maximum = excluded.maximum,
    tolerance = excluded.tolerance,
    valid_from = excluded.valid_from,
    valid_to = excluded.valid_to,
    owner = excluded.owner,
    reason = excluded.reason,
    text_zh = excluded.text_zh,
    text_en = excluded.text_en,
    areas = excluded.areas,
    months = excluded.months,
    finding_code = excluded.finding_code,
    is_current = true
