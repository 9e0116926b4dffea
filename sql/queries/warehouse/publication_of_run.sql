select publication_id from ops.publication where run_id = :run_id
