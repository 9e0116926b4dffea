truncate staging.subject, staging.series, staging.reference, staging.edit_key, staging.comparison
