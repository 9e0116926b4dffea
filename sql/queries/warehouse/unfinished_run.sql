select run_id
from ops.run
where status <> 'COMPLETED'
order by run_id
limit 1
