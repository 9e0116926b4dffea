-- Signed after the period ended and no later than the day it is due.
with
dated as (
    select
        edit.edit_id,
        subject.submission_id,
        edit.operands,
        period.ends_on,
        (period.ends_on + form.due_day) as due_on,
        case
            when subject.frame ->> edit.operands ~ '^\d{4}-\d{2}-\d{2}$'
                then (subject.frame ->> edit.operands)::date
        end as signed_on
    from warehouse.dim_edit as edit
    inner join warehouse.dim_form as form on form.form_code = edit.form_code
    inner join staging.subject as subject
        on subject.form_code = edit.form_code
        and edit.level >= subject.lowest_level
    inner join warehouse.dim_period as period
        on period.period_key = subject.period_key
        and period.ends_on >= coalesce(edit.valid_from, period.ends_on)
        and period.ends_on <= coalesce(edit.valid_to, period.ends_on)
    where edit.is_current
        and edit.edit_type = 'timeliness'
)

select
    edit_id,
    submission_id,
    coalesce(signed_on > ends_on and signed_on <= due_on, false) as holds,
    case when signed_on is null then 'NO_VALUE' end as blocked_by,
    operands as line_code,
    operands as detail,
    signed_on::text as observed_text,
    concat(ends_on + 1, '～', due_on) as expected_text
from dated
