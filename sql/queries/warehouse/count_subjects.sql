select count(*) from staging.subject
