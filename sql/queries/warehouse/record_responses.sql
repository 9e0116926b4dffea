insert into ops.response (run_id, submission_id, answered_at, path, sha256)
select :run_id, response.submission_id, :answered_at, response.path, response.sha256
from jsonb_to_recordset(:rows::jsonb) as response (
    submission_id bigint, path text, sha256 text
)
on conflict (run_id, submission_id) do nothing
