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

-- Sorted and grouped, not joined: nothing is known here of how many facts there are.
versions as (
    select
        indicator_code,
        measure,
        value as became,
        lag(value) over (
            partition by indicator_code, area_key, period_key, measure, form_key
            order by publication_id
        ) as was
    from facts
    where measure <> 'YTD_LY'
),

restatements as (
    select
        facts.indicator_code,
        max(facts.value) filter (where facts.measure = 'YTD') as was,
        max(facts.value) filter (where facts.measure = 'YTD_LY') as became
    from facts
    inner join warehouse.dim_period as period on period.period_key = facts.period_key
    where facts.superseded_by is null
        and facts.measure in ('YTD', 'YTD_LY')
    group by
        facts.indicator_code,
        facts.area_key,
        facts.form_key,
        case facts.measure when 'YTD' then facts.period_key else period.last_year_key end
),

changes as (
    select indicator_code, measure, was, became from versions
    union all
    select indicator_code, 'YTD', was, became from restatements
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
