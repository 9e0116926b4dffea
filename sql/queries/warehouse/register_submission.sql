insert into ops.submission
    (file_name, file_sha256, file_size, received_at, received_run, state)
values (:file_name, :sha256, :file_size, :received_at, :run_id, 'RECEIVED')
returning submission_id
