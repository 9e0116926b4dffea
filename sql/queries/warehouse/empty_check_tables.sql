-- As clear_check_tables, but cheap when there is little in them and it is done hundreds of times.
with
no_subject as (delete from staging.subject),
no_series as (delete from staging.series),
no_reference as (delete from staging.reference)

delete from staging.comparison
