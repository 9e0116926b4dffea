-- How far a revision usually moves a figure that targets rest on: the middle of all changes, from
-- one version to the next and from last year's report to this year's word on last year. Fewer than
-- three changes are no habit.
insert into staging.revision_noise (indicator_code, measure, percent, points)
with
wanted as materialized (
    select distinct indicator.indicator_key, indicator.indicator_code, target.target_year
    from warehouse.dim_target as target
    left join warehouse.dim_indicator as parts
        on parts.indicator_code = target.indicator_code
    inner join warehouse.dim_indicator as indicator
        on indicator.indicator_code
            in (target.indicator_code, parts.numerator, parts.denominator)
    where target.superseded_at is null
        and target.cannot_judge_reason is null
),

facts as materialized (
    select fact.*, wanted.indicator_code
    from warehouse.fact_observation as fact
    inner join wanted
        on wanted.indicator_key = fact.indicator_key
        and fact.period_year between wanted.target_year - 2 and wanted.target_year
    where fact.value is not null
        and fact.measure in ('MONTH', 'YTD', 'END', 'YOY_YTD', 'YTD_LY')
),

changes as (
    select earlier.indicator_code, earlier.measure, earlier.value as was, later.value as became
    from facts as earlier
    inner join facts as later
        on later.period_year = earlier.period_year
        and later.area_key = earlier.area_key
        and later.indicator_key = earlier.indicator_key
        and later.period_key = earlier.period_key
        and later.measure = earlier.measure
        and later.form_key = earlier.form_key
        and later.publication_id = earlier.superseded_by
    where earlier.measure <> 'YTD_LY'
    union all
    select reported.indicator_code, 'YTD', reported.value, restated.value
    from facts as restated
    inner join warehouse.dim_period as period on period.period_key = restated.period_key
    inner join facts as reported
        on reported.period_year = restated.period_year - 1
        and reported.area_key = restated.area_key
        and reported.indicator_key = restated.indicator_key
        and reported.period_key = period.last_year_key
        and reported.measure = 'YTD'
        and reported.form_key = restated.form_key
        and reported.superseded_by is null
    where restated.measure = 'YTD_LY'
        and restated.superseded_by is null
)

select
    indicator_code,
    measure,
    round(
        percentile_cont(0.5) within group (
            order by 100 * abs(became - was) / nullif(abs(was), 0)
        )::numeric,
        4
    ),
    round(percentile_cont(0.5) within group (order by abs(became - was))::numeric, 4)
from changes
where became <> was
group by indicator_code, measure
having count(*) >= 3
