truncate staging.layout, staging.subject, staging.series, staging.reference, staging.comparison
