select period.period_key, period.period_year, period.end_month, period.period
from ops.run_period as run_period
inner join warehouse.dim_period as period on period.period_key = run_period.period_key
where run_period.run_id = :run_id
    and run_period.judged_at is null
order by period.period_key
limit 1
