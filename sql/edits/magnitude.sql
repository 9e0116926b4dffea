-- A figure that would fit its past better in another unit. A slip of 10⁴ (万元 for 元) is told from
-- growth at the geometric middle, a factor of 10²; other powers are named in the operands. The past
-- is the same period last year as published, else as quoted, else the period before.
insert into staging.comparison
    (edit_id, submission_id, indicator_code, measure, observed, closed_by, lowest, highest,
    tolerance, expected, blocked_by, detail)
with
middles as materialized (
    select distinct
        scope.edit_id,
        power(10::numeric, scope.operands::numeric / 2) as middle,
        concat('10^', scope.operands) as told
    from staging.edit_scope as scope
    where scope.edit_type = 'magnitude'
),

past as (
    select
        edit_key.*,
        middles.middle,
        middles.told,
        coalesce(last_year.value, quoted.value, previous.value) as base,
        case
            when last_year.value is not null then last_year.blocked_by
            when quoted.value is not null then quoted.blocked_by
            else coalesce(previous.blocked_by, quoted.blocked_by)
        end as base_blocked_by
    from staging.edit_key as edit_key
    inner join middles on middles.edit_id = edit_key.edit_id
    left join staging.reference as last_year
        on last_year.area_key = edit_key.area_key
        and last_year.form_code = edit_key.form_code
        and last_year.period_key = edit_key.last_year_key
        and last_year.indicator_code = edit_key.indicator_code
        and last_year.measure = case edit_key.measure
            when 'YTD_LY' then 'YTD'
            else edit_key.measure
        end
    left join staging.series as quoted
        on quoted.submission_id = edit_key.submission_id
        and quoted.indicator_code = edit_key.indicator_code
        and quoted.measure = 'YTD_LY'
        and edit_key.measure = 'YTD'
    left join staging.reference as previous
        on previous.area_key = edit_key.area_key
        and previous.form_code = edit_key.form_code
        and previous.period_key = edit_key.previous_key
        and previous.indicator_code = edit_key.indicator_code
        and previous.measure = edit_key.measure
        and edit_key.measure <> 'YTD_LY'
    where edit_key.edit_type = 'magnitude'
        and (edit_key.value <> 0 or edit_key.blocked_by is not null)
)

select
    edit_id,
    submission_id,
    indicator_code,
    measure,
    value,
    closed_by,
    base / middle,
    base * middle,
    rounding,
    base,
    coalesce(base_blocked_by, case when base is null then 'NO_LAST_YEAR' end),
    told
from past
where base > 0
    or base is null
