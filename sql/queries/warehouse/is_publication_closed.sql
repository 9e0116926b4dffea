select exists (
    select 1
    from ops.publication
    where run_id = :run_id
        and facts_closed_at is not null
)
