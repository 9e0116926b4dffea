select started_at
from ops.run
where run_id = :run_id
