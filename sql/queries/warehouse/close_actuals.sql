update warehouse.dim_actual
set superseded_at = clock_timestamp()
where superseded_at is null
    and catalogue_version <> :version
