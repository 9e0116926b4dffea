select *
from mart.run as run
where run.run_id = :run_id
