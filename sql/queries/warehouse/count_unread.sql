select count(*)
from ops.run_item
where run_id = :run_id
    and read_outcome is null
