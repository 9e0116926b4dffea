insert into ops.submission
    (file_name, file_sha256, file_size, received_at, received_run, state, expected_form)
select
    :file_name,
    :sha256,
    :file_size,
    :received_at,
    run.run_id,
    'RECEIVED',
    run.parameters ->> 'form'
from ops.run as run
where run.run_id = :run_id
returning submission_id
