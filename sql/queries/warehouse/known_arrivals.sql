-- Which of these files lie there unchanged since they were registered.
select seen.path, known.file_sha256 as sha256
from jsonb_to_recordset(:rows::jsonb) as seen (path text, size bigint, modified timestamptz)
cross join lateral (
    select arrival.file_sha256
    from ops.arrival as arrival
    where arrival.path = seen.path
        and arrival.file_size = seen.size
        and arrival.modified_at = seen.modified
    order by arrival.arrival_id desc
    limit 1
) as known
