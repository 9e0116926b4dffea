insert into ops.arrival
    (path, file_sha256, file_size, modified_at, arrived_at, run_id, submission_id)
values
    (:path, :sha256, :file_size, :modified_at, :arrived_at, :run_id, :submission_id)
