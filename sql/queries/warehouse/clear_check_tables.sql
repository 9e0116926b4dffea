truncate staging.layout, staging.subject, staging.beside, staging.reference
