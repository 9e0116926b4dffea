-- The periods of which a run wrote scorecards.
select distinct target_progress.period
from mart.target_progress as target_progress
inner join mart.run as run on run.publication_id = target_progress.publication_id
where run.run_id = :run_id
order by target_progress.period
