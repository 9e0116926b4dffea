-- A figure of many digits that is the same as in the period before was copied; with the operand
-- last_year, as the one of last year that stands beside it. The minimum says how many steps make
-- many digits: small figures repeat by chance.
select
    edit_key.edit_id,
    edit_key.submission_id,
    edit_key.indicator_code,
    edit_key.measure,
    edit_key.value as observed,
    edit_key.closed_by,
    coalesce(edit_key.value <> coalesce(previous.value, quoted.value), false) as holds,
    coalesce(previous.value, quoted.value) as expected,
    coalesce(
        previous.blocked_by,
        quoted.blocked_by,
        case
            when coalesce(previous.value, quoted.value) is not null then null
            when edit_key.operands = 'last_year' then 'NO_LAST_YEAR'
            else 'NO_PREVIOUS_PERIOD'
        end,
        case when edit_key.value is null then 'NO_VALUE' end
    ) as blocked_by
from staging.edit_key as edit_key
left join staging.reference as previous
    on edit_key.operands is distinct from 'last_year'
    and previous.area_key = edit_key.area_key
    and previous.form_code = edit_key.form_code
    and previous.period_key = edit_key.previous_key
    and previous.indicator_code = edit_key.indicator_code
    and previous.measure = edit_key.measure
left join staging.series as quoted
    on edit_key.operands = 'last_year'
    and quoted.submission_id = edit_key.submission_id
    and quoted.indicator_code = edit_key.indicator_code
    and quoted.measure = 'YTD_LY'
where edit_key.edit_type = 'copied'
    and (
        abs(edit_key.value) >= edit_key.minimum * edit_key.step
        or edit_key.blocked_by is not null
    )
