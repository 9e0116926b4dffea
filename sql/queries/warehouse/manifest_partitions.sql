select distinct partition_no
from ops.run_item
where run_id = :run_id
order by partition_no
