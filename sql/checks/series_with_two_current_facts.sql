-- A series has one current fact.
select
    fact.area_key,
    fact.indicator_key,
    fact.period_key,
    fact.measure,
    fact.form_key,
    count(*) as facts
from warehouse.fact_observation as fact
where fact.superseded_by is null
group by
    fact.area_key,
    fact.indicator_key,
    fact.period_key,
    fact.measure,
    fact.form_key
having count(*) > 1
