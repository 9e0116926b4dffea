truncate staging.subject, staging.series, staging.reference, staging.comparison
