truncate staging.comparison, staging.edit_key
