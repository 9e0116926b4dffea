select max(started_at)
from ops.run
where job = :job
