insert into warehouse.dim_indicator as known
    (indicator_code, indicator_name, indicator_name_en, base_unit, nature, regional_figure,
    authoritative_form, numerator, denominator)
select
    indicator_code,
    name_zh,
    name_en,
    base_unit,
    nature,
    regional_figure,
    authoritative_form,
    numerator,
    denominator
from jsonb_to_recordset(:rows::jsonb) as seed (
    indicator_code text, name_zh text, name_en text, base_unit text, nature text,
    regional_figure text, authoritative_form text, numerator text, denominator text
)
on conflict (indicator_code) do update
set
    indicator_name = excluded.indicator_name,
    indicator_name_en = excluded.indicator_name_en,
    base_unit = excluded.base_unit,
    nature = excluded.nature,
    regional_figure = excluded.regional_figure,
    authoritative_form = excluded.authoritative_form,
    numerator = excluded.numerator,
    denominator = excluded.denominator
