select exists (
    select 1
    from ops.submission
    where state = 'READ'
        and version is not null
)
