insert into warehouse.dim_edit as known
    (edit_id, edit_type, level, severity, form_code, indicator_code, measure, operands, minimum,
    maximum, tolerance, valid_from, valid_to, owner, reason, text_zh, text_en)
select
    edit_id,
    type,
    level,
    severity,
    form_code,
    indicator_code,
    measure,
    operands,
    minimum,
    maximum,
    tolerance,
    valid_from,
    valid_to,
    owner,
    reason,
    text_zh,
    text_en
from jsonb_to_recordset(:rows::jsonb) as seed (
    edit_id text, type text, level smallint, severity text, form_code text,
    indicator_code text, measure text, operands text, minimum numeric, maximum numeric,
    tolerance numeric, valid_from date, valid_to date, owner text, reason text, text_zh text,
    text_en text
)
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
    is_current = true
