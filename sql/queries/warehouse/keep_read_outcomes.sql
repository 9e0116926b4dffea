update ops.run_item as item
set read_outcome = outcome.read_outcome
from jsonb_to_recordset(:rows::jsonb) as outcome (submission_id bigint, read_outcome text)
where item.run_id = :run_id
    and item.submission_id = outcome.submission_id
