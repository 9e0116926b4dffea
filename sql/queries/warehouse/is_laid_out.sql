select exists (
    select 1
    from staging.layout
    where run_id = :run_id
)
