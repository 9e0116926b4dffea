-- As clear_check_tables, but cheap when there is little in them and it is done hundreds of times.
with
no_subject as (delete from staging.subject),
none_beside as (delete from staging.beside)

delete from staging.reference
