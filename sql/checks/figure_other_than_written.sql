-- A figure is the number that was written times the factor of its unit, but for binary residue.
select
    fact.submission_id,
    fact.sheet,
    fact.cell,
    fact.value,
    fact.value_as_written,
    fact.factor
from warehouse.fact_observation as fact
where fact.value_as_written ~ '^-?\d+(\.\d+)?$'
    and abs(fact.value - fact.value_as_written::numeric * fact.factor) > fact.step / 100000
