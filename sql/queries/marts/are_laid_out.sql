select to_regclass('mart.target_progress') is not null
