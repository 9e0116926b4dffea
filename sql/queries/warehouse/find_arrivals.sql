-- Which of these arrivals are registered.
select seen.ordinal
from jsonb_to_recordset(:rows::jsonb)
    as seen (ordinal integer, path text, sha256 text, modified timestamptz)
where exists (
    select 1
    from ops.arrival as arrival
    where arrival.path = seen.path
        and arrival.file_sha256 = seen.sha256
        and arrival.modified_at = seen.modified
)
