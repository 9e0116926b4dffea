select count(*)
from warehouse.fact_finding
where submission_id = :submission_id
    and severity = 'ERROR'
    and state in ('OPEN', 'PERSISTING', 'EXPLAINED')
