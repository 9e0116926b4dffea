insert into ops.arrival
    (path, file_sha256, file_size, modified_at, arrived_at, run_id, submission_id)
select
    seen.path,
    seen.sha256,
    seen.size,
    seen.modified,
    :arrived_at,
    :run_id,
    seen.submission
from jsonb_to_recordset(:rows::jsonb) as seen (
    ordinal integer, path text, sha256 text, size bigint, modified timestamptz, submission bigint
)
order by seen.ordinal
