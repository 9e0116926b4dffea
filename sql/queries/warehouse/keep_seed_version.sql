insert into ops.seed_version as known (seed, version)
values (:seed, :version)
on conflict (seed) do update
set version = excluded.version, loaded_at = clock_timestamp()
