update warehouse.dim_target_assignment
set superseded_at = clock_timestamp()
where superseded_at is null
    and catalogue_version <> :version
