insert into ops.submission
    (file_name, file_sha256, file_size, received_at, received_run, state, expected_form)
select
    seen.name,
    seen.sha256,
    seen.size,
    :received_at,
    run.run_id,
    'RECEIVED',
    run.parameters ->> 'form'
from ops.run as run
cross join jsonb_to_recordset(:rows::jsonb)
    as seen (ordinal integer, name text, sha256 text, size bigint)
where run.run_id = :run_id
order by seen.ordinal
returning file_sha256 as sha256, submission_id
