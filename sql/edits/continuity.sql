-- Last month's cumulative figure and this month make this month's cumulative figure. Where January
-- is not collected, February's figure holds both months and starts the year.
select
    edit_key.edit_id,
    edit_key.submission_id,
    edit_key.indicator_code,
    edit_key.measure,
    edit_key.value as observed,
    edit_key.closed_by,
    previous.value + of_month.value as lowest,
    previous.value + of_month.value as highest,
    coalesce(
        edit_key.declared_tolerance,
        edit_key.rounding + of_month.rounding + previous.rounding
    ) as tolerance,
    coalesce(
        of_month.blocked_by,
        previous.blocked_by,
        case when previous.submission_id is null then 'NO_PREVIOUS_PERIOD' end
    ) as blocked_by
from staging.edit_key as edit_key
inner join warehouse.dim_form as form on form.form_code = edit_key.form_code
inner join staging.series as of_month
    on of_month.submission_id = edit_key.submission_id
    and of_month.indicator_code = edit_key.indicator_code
    and of_month.measure = 'MONTH'
left join staging.reference as previous
    on previous.area_key = edit_key.area_key
    and previous.form_code = edit_key.form_code
    and previous.period_key = edit_key.previous_key
    and previous.indicator_code = edit_key.indicator_code
    and previous.measure = 'YTD'
where edit_key.edit_type = 'continuity'
    and edit_key.measure = 'YTD'
    and edit_key.end_month > case when form.january_collected then 1 else 2 end
