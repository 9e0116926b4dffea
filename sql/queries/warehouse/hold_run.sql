-- Whoever takes the run over raises its number of attempts, and waits for those who hold it so.
select run_id
from ops.run
where run_id = :run_id
    and attempts = :attempt
    and status = 'STARTED'
for share
