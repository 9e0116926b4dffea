select exists (
    select 1
    from ops.arrival
    where path = :path
        and file_size = :file_size
        and modified_at = :modified_at
)
