-- What is counted one by one comes in whole numbers.
select
    edit_id,
    submission_id,
    indicator_code,
    measure,
    value as observed,
    closed_by,
    coalesce(value = trunc(value), false) as holds
from staging.edit_key
where edit_type = 'integer'
    and (value is not null or blocked_by is not null)
