-- A figure that is cumulative from January does not fall within the year.
select
    edit_key.edit_id,
    edit_key.submission_id,
    edit_key.indicator_code,
    edit_key.measure,
    edit_key.value as observed,
    edit_key.closed_by,
    previous.value as lowest,
    coalesce(edit_key.declared_tolerance, 0) as tolerance,
    coalesce(
        previous.blocked_by,
        case when previous.submission_id is null then 'NO_PREVIOUS_PERIOD' end
    ) as blocked_by
from staging.edit_key as edit_key
inner join warehouse.dim_indicator as indicator
    on indicator.indicator_code = edit_key.indicator_code
    and indicator.nature = 'flow'
inner join warehouse.dim_form as form on form.form_code = edit_key.form_code
left join staging.reference as previous
    on previous.area_key = edit_key.area_key
    and previous.form_code = edit_key.form_code
    and previous.period_key = edit_key.previous_key
    and previous.indicator_code = edit_key.indicator_code
    and previous.measure = edit_key.measure
where edit_key.edit_type = 'monotone'
    and edit_key.end_month > case
    when form.frequency = 'QUARTER' then 3
    when form.january_collected then 1
    else 2
end
