select run_id
from ops.run
order by run_id desc
limit 1
