-- Every figure that judging this month may look at: this month, the same month and the end of the
-- five years before, and the months so far of what the region publishes month by month. For years
-- gone by, loaded history stands in where the form that counts has no figure.
insert into staging.area_figure
    (indicator_code, period_year, end_month, measure, area_key, is_region, value, value_text,
    obs_status)
with
periods as materialized (
    select period_key, period_year, end_month
    from warehouse.dim_period
    where frequency in ('MONTH', 'QUARTER')
        and (
            (period_year = :period_year and end_month <= :end_month)
            or (
                period_year between :period_year - 5 and :period_year - 1
                and end_month in (:end_month, 12)
            )
        )
),

facts as materialized (
    select
        fact.indicator_key,
        periods.period_year,
        periods.end_month,
        fact.measure,
        fact.area_key,
        form.form_code,
        form.orientation = 'crosstab' as is_history,
        fact.value,
        fact.value_text,
        fact.obs_status
    from warehouse.fact_observation as fact
    inner join periods on periods.period_key = fact.period_key
    inner join warehouse.dim_form as form on form.form_key = fact.form_key
    where fact.period_year between :period_year - 5 and :period_year
        and fact.superseded_by is null
)

select distinct on (
    indicator.indicator_code,
    facts.measure,
    facts.period_year,
    facts.end_month,
    facts.area_key
)
    indicator.indicator_code,
    facts.period_year,
    facts.end_month,
    facts.measure,
    facts.area_key,
    area.kind = 'region',
    facts.value,
    facts.value_text,
    facts.obs_status
from facts
inner join warehouse.dim_area as area on area.area_key = facts.area_key
inner join warehouse.dim_indicator as indicator
    on indicator.indicator_key = facts.indicator_key
where (
        case
            when facts.is_history then facts.period_year < :period_year
            else area.kind = 'region' or facts.form_code = indicator.authoritative_form
        end
    )
    and (
        facts.period_year < :period_year
        or facts.end_month = :end_month
        or (facts.measure = 'MONTH' and area.kind = 'region')
    )
order by
    indicator.indicator_code,
    facts.measure,
    facts.period_year,
    facts.end_month,
    facts.area_key,
    facts.is_history,
    facts.form_code
