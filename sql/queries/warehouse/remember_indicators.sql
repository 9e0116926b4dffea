insert into warehouse.dim_indicator_version
    (form_version, indicator_key, indicator_code, indicator_name, indicator_name_en, base_unit,
    nature, regional_figure, authoritative_form, numerator, denominator)
select
    :version,
    indicator.indicator_key,
    indicator.indicator_code,
    indicator.indicator_name,
    indicator.indicator_name_en,
    indicator.base_unit,
    indicator.nature,
    indicator.regional_figure,
    indicator.authoritative_form,
    indicator.numerator,
    indicator.denominator
from warehouse.dim_indicator as indicator
on conflict (form_version, indicator_key) do nothing
