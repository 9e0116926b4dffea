-- A figure that would fit its past better in another unit. A slip of 10⁴ (万元 for 元) is told from
-- growth at the geometric middle, a factor of 10²; other powers are named in the operands. The past
-- is the same period last year as published, else as quoted, else the period before; what has no
-- past at all is held against the median of the areas, where ten have the figure.
with
middles as materialized (
    select distinct
        scope.edit_id,
        power(10::numeric, scope.operands::numeric / 2) as middle
    from staging.edit_scope as scope
    where scope.edit_type = 'magnitude'
),

past as (
    select
        edit_key.*,
        middles.middle,
        coalesce(last_year.value, quoted.value, previous.value) as base,
        case when coalesce(last_year.value, quoted.value) is null then '上期' else '上年同期' end
            as told,
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
),

medians as materialized (
    select
        newcomer.form_code,
        newcomer.period_key,
        newcomer.indicator_code,
        newcomer.measure,
        percentile_disc(0.5) within group (order by peer.value) as median
    from (
        select distinct form_code, period_key, indicator_code, measure
        from past
        where base is null
            and base_blocked_by is null
    ) as newcomer
    inner join staging.reference as peer
        on peer.form_code = newcomer.form_code
        and peer.period_key = newcomer.period_key
        and peer.indicator_code = newcomer.indicator_code
        and peer.measure = newcomer.measure
        and peer.value > 0
        and peer.blocked_by is null
    group by
        newcomer.form_code, newcomer.period_key, newcomer.indicator_code, newcomer.measure
    having count(*) >= 10
),

held as (
    select
        past.*,
        coalesce(past.base, medians.median) as against,
        case when past.base is null then '各盟市中位数' else past.told end as what
    from past
    left join medians
        on past.base is null
        and medians.form_code = past.form_code
        and medians.period_key = past.period_key
        and medians.indicator_code = past.indicator_code
        and medians.measure = past.measure
)

select
    edit_id,
    submission_id,
    indicator_code,
    measure,
    value as observed,
    closed_by,
    against / middle as lowest,
    against * middle as highest,
    rounding as tolerance,
    against as expected,
    coalesce(base_blocked_by, case when against is null then 'NO_LAST_YEAR' end) as blocked_by,
    what as detail
from held
where against > 0
    or against is null
