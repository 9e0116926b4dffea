-- Every count of an edit's outcomes has its run and its submission.
select outcome.run_id, outcome.edit_id, outcome.submission_id
from ops.edit_outcome as outcome
left join ops.run as run on run.run_id = outcome.run_id
left join ops.submission as submission on submission.submission_id = outcome.submission_id
where num_nulls(run.run_id, submission.submission_id) > 0
