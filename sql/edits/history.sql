-- A figure against its own past, as a multiple of it: the same period last year as published then,
-- or else as quoted now (operands last_year), or the period before (operands previous).
with
past as (
    select
        edit_key.*,
        coalesce(before.value, quoted.value) as base,
        case when before.value is null then quoted.blocked_by else before.blocked_by end
            as base_blocked_by
    from staging.edit_key as edit_key
    left join staging.reference as before
        on before.area_key = edit_key.area_key
        and before.form_code = edit_key.form_code
        and before.period_key = case edit_key.operands
            when 'previous' then edit_key.previous_key
            else edit_key.last_year_key
        end
        and before.indicator_code = edit_key.indicator_code
        and before.measure = edit_key.measure
    left join staging.series as quoted
        on quoted.submission_id = edit_key.submission_id
        and quoted.indicator_code = edit_key.indicator_code
        and quoted.measure = 'YTD_LY'
        and edit_key.measure = 'YTD'
        and edit_key.operands = 'last_year'
    where edit_key.edit_type = 'history'
        and (edit_key.value is not null or edit_key.blocked_by is not null)
)

select
    edit_id,
    submission_id,
    indicator_code,
    measure,
    value as observed,
    closed_by,
    base * minimum as lowest,
    base * maximum as highest,
    rounding as tolerance,
    base as expected,
    coalesce(
        base_blocked_by,
        case
            when base is null and operands = 'previous' then 'NO_PREVIOUS_PERIOD'
            when base is null then 'NO_LAST_YEAR'
        end
    ) as blocked_by,
    concat(
        coalesce(warehouse.plain(minimum), '0'), '～', coalesce(warehouse.plain(maximum), '+∞')
    ) as detail
from past
-- Nothing is a multiple of nothing.
where base > 0
    or base is null
