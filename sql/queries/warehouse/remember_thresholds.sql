insert into warehouse.dim_indicator_threshold_version
    (form_version, indicator_code, valid_from, valid_to, threshold_zh, threshold_en, source, note)
select
    :version,
    seed.indicator_code,
    coalesce(seed.valid_from, '-infinity'),
    coalesce(seed.valid_to, 'infinity'),
    seed.threshold_zh,
    seed.threshold_en,
    seed.source,
    seed.note
from jsonb_to_recordset(:rows::jsonb) as seed (
    indicator_code text, valid_from date, valid_to date, threshold_zh text, threshold_en text,
    source text, note text
)
on conflict (form_version, indicator_code, valid_from) do nothing
