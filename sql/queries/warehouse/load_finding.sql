insert into warehouse.dim_finding as known
    (code, level, severity, source, message_zh, message_en, advice_zh, advice_en)
select code, level, severity, source, message_zh, message_en, advice_zh, advice_en
from jsonb_to_recordset(:rows::jsonb) as seed (
    code text, level smallint, severity text, source text, message_zh text, message_en text,
    advice_zh text, advice_en text
)
on conflict (code) do update
set
    level = excluded.level,
    severity = excluded.severity,
    source = excluded.source,
    message_zh = excluded.message_zh,
    message_en = excluded.message_en,
    advice_zh = excluded.advice_zh,
    advice_en = excluded.advice_en
