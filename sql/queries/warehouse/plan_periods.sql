-- Every month of a target year that has facts, if this publication touched it, an earlier month of
-- that year, or the year before, which is its base and its profile; all of them if the catalogue is
-- not the one judged last.
insert into ops.run_period (run_id, period_key)
with
target_years as (
    select distinct target_year
    from warehouse.dim_target
    where superseded_at is null
),

months_with_facts as (
    select distinct month.period_key, month.period_year, month.end_month
    from target_years
    inner join warehouse.fact_observation as fact
        on fact.period_year = target_years.target_year
        and fact.superseded_by is null
    inner join warehouse.dim_period as period on period.period_key = fact.period_key
    inner join warehouse.dim_period as month
        on month.frequency = 'MONTH'
        and month.ends_on = period.ends_on
),

touched as (
    select period.period_year, min(period.end_month) as first_month
    from warehouse.fact_observation as fact
    inner join warehouse.dim_period as period on period.period_key = fact.period_key
    where fact.publication_id = :publication_id
    group by period.period_year
)

select :run_id, months_with_facts.period_key
from months_with_facts
where :judge_all
    or exists (
        select 1
        from touched
        where touched.period_year = months_with_facts.period_year - 1
            or (
                touched.period_year = months_with_facts.period_year
                and touched.first_month <= months_with_facts.end_month
            )
    )
on conflict (run_id, period_key) do nothing
