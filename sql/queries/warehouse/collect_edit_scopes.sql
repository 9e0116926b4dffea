insert into staging.edit_scope
    (edit_id, edit_type, level, severity, form_code, indicator_code, measure, operands, minimum,
    maximum, tolerance, valid_from, valid_to, area_keys, months)
select
    edit.edit_id,
    edit.edit_type,
    edit.level,
    edit.severity,
    edit.form_code,
    named.indicator_code,
    measured.measure,
    edit.operands,
    edit.minimum,
    edit.maximum,
    edit.tolerance,
    coalesce(edit.valid_from, date '-infinity'),
    coalesce(edit.valid_to, date 'infinity'),
    case
        when edit.areas is not null then (
            select coalesce(array_agg(area.area_key), '{}')
            from warehouse.dim_area as area
            where area.area_code = any (string_to_array(edit.areas, '|'))
        )
    end,
    string_to_array(edit.months, '|')::smallint[]
from warehouse.dim_edit as edit
cross join lateral unnest(string_to_array(edit.indicator_code, '|')) as named (indicator_code)
cross join lateral unnest(string_to_array(edit.measure, '|')) as measured (measure)
where edit.is_current
