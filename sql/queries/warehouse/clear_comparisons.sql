truncate staging.comparison
