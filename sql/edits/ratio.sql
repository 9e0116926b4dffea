-- The growth rate agrees with the levels it belongs to, on the comparable basis where one is given.
-- Soft by nature: published rates rest on comparable bases that the levels do not always show.
with
levels as (
    select
        edit_key.*,
        level_now.value as value_now,
        coalesce(base_comparable.value, base_published.value) as value_base,
        coalesce(
            edit_key.blocked_by,
            level_now.blocked_by,
            base_comparable.blocked_by,
            case when base_comparable.value is null then base_published.blocked_by end
        ) as any_blocked_by
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
    where edit_key.edit_type = 'ratio'
        and edit_key.measure = 'YOY_YTD'
        and (edit_key.value is not null or edit_key.blocked_by is not null)
),

compared as (
    select
        levels.*,
        case
            when value_base > 0 and value_now is not null
                then round(100 * (value_now / value_base - 1), 4)
        end as growth
    from levels
    -- A line that reports growth alone has nothing to compare with.
    where value_now is not null
        or value_base is not null
        or any_blocked_by is not null
)

select
    edit_id,
    submission_id,
    indicator_code,
    measure,
    value as observed,
    closed_by,
    growth as lowest,
    growth as highest,
    coalesce(declared_tolerance, 0.15) as tolerance,
    round(growth, 2) as expected,
    any_blocked_by as blocked_by
from compared
