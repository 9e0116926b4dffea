-- The last runs, the newest first.
select *
from mart.run as run
order by run.run_id desc
limit :last
