-- The growth rate agrees with the levels it belongs to, on the comparable basis where one is given.
-- Soft by nature: published rates rest on comparable bases that the levels do not always show.
insert into staging.edit_evaluation
    (edit_id, submission_id, finding_key, outcome, blocked_by, sheet, cell, line_code,
    indicator_code, measure, observed, expected, tolerance, unit, factor)
with
levels as (
    select
        edit_key.*,
        level_now.value as value_now,
        case
            when blocked_comparable.code is null
                then coalesce(base_comparable.value, base_published.value)
        end as value_base,
        coalesce(
            edit_key.key_blocked_by,
            blocked_now.code,
            blocked_comparable.code,
            blocked_base.code
        ) as blocked_by
    from staging.edit_key as edit_key
    left join staging.series as level_now
        on level_now.submission_id = edit_key.submission_id
        and level_now.indicator_code = edit_key.indicator_code
        and level_now.measure = 'YTD'
    left join staging.series as base_comparable
        on base_comparable.submission_id = edit_key.submission_id
        and base_comparable.indicator_code = edit_key.indicator_code
        and base_comparable.measure = 'YTD_LY_COMP'
    left join staging.series as base_published
        on base_published.submission_id = edit_key.submission_id
        and base_published.indicator_code = edit_key.indicator_code
        and base_published.measure = 'YTD_LY'
    left join staging.blocked_cell as blocked_now
        on blocked_now.submission_id = edit_key.submission_id
        and blocked_now.indicator_code = edit_key.indicator_code
        and blocked_now.measure = 'YTD'
    left join staging.blocked_cell as blocked_base
        on blocked_base.submission_id = edit_key.submission_id
        and blocked_base.indicator_code = edit_key.indicator_code
        and blocked_base.measure = 'YTD_LY'
    left join staging.blocked_cell as blocked_comparable
        on blocked_comparable.submission_id = edit_key.submission_id
        and blocked_comparable.indicator_code = edit_key.indicator_code
        and blocked_comparable.measure = 'YTD_LY_COMP'
    where edit_key.edit_type = 'ratio'
        and edit_key.measure = 'YOY_YTD'
        and (edit_key.value is not null or edit_key.key_blocked_by is not null)
),

compared as (
    select
        levels.*,
        case
            when value is not null and value_base > 0 and value_now is not null
                then round(100 * (value_now / value_base - 1), 4)
        end as growth
    from levels
    -- A line that reports growth alone has nothing to compare with.
    where value_now is not null
        or value_base is not null
        or blocked_by is not null
)

select
    edit_id,
    submission_id,
    finding_key,
    case
        when growth is null then 'not_checkable'
        when abs(value - growth) > coalesce(declared_tolerance, 0.15) then 'failed'
        else 'passed'
    end,
    case when growth is null then coalesce(blocked_by, 'NO_VALUE') end,
    sheet,
    cell,
    line_code,
    indicator_code,
    measure,
    value,
    round(growth, 2),
    coalesce(declared_tolerance, 0.15),
    unit,
    factor
from compared
