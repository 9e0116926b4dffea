truncate staging.reference
