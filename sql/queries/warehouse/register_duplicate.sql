insert into ops.submission
    (file_name, file_sha256, file_size, received_at, received_run, state, reason_code,
    area_key, form_key, period_key, duplicate_of, expected_form)
select
    :file_name,
    twin.file_sha256,
    twin.file_size,
    :received_at,
    :run_id,
    'DUPLICATE',
    'DUPLICATE',
    twin.area_key,
    twin.form_key,
    twin.period_key,
    twin.submission_id,
    twin.expected_form
from ops.submission as twin
where twin.submission_id = :twin
returning submission_id
