select evaluation.outcome
from staging.edit_evaluation as evaluation
where evaluation.edit_id = :edit_id
    and evaluation.submission_id = :submission_id
    and (evaluation.finding_key = :finding_key or :finding_key::text is null)
limit 1
