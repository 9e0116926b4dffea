-- The same thing told on two forms: operands FORM/INDICATOR, for the area's other form of the same
-- month; FORM/* is the same indicator there. Growth rates may lie as many points apart as the
-- tolerance says.
with
other_forms as (
    select
        edit_key.*,
        split_part(edit_key.operands, '/', 1) as other_form,
        coalesce(
            nullif(split_part(edit_key.operands, '/', 2), '*'), edit_key.indicator_code
        ) as other_code,
        period.period_year
    from staging.edit_key as edit_key
    inner join warehouse.dim_period as period on period.period_key = edit_key.period_key
    where edit_key.edit_type = 'mirror'
)

select
    other_forms.edit_id,
    other_forms.submission_id,
    other_forms.indicator_code,
    other_forms.measure,
    other_forms.value as observed,
    other_forms.closed_by,
    other.value as lowest,
    other.value as highest,
    coalesce(other_forms.declared_tolerance, other_forms.rounding + other.rounding) as tolerance,
    other.value as expected,
    coalesce(
        other.blocked_by,
        case when other.submission_id is null then 'NO_OTHER_FORM' end
    ) as blocked_by,
    concat_ws(' ', other_forms.other_form, other_indicator.indicator_name) as detail
from other_forms
inner join warehouse.dim_indicator as other_indicator
    on other_indicator.indicator_code = other_forms.other_code
inner join warehouse.dim_form as form on form.form_code = other_forms.other_form
left join warehouse.dim_period as other_period
    on other_period.period_year = other_forms.period_year
    and other_period.end_month = other_forms.end_month
    and other_period.frequency = form.frequency
left join staging.reference as other
    on other.area_key = other_forms.area_key
    and other.form_code = other_forms.other_form
    and other.period_key = other_period.period_key
    and other.indicator_code = other_forms.other_code
    and other.measure = other_forms.measure
