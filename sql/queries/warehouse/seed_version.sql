select version from ops.seed_version where seed = :seed
