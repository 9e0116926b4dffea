select period.period
from ops.run_period as run_period
inner join warehouse.dim_period as period on period.period_key = run_period.period_key
where run_period.run_id = :run_id
order by run_period.period_key
