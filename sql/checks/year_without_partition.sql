-- The partition of next year's facts is there.
select next.period_year
from (select extract(year from current_date)::integer + 1 as period_year) as next
where next.period_year <= 2060
    and to_regclass(format('warehouse.fact_observation_%s', next.period_year)) is null
