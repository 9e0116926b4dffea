-- What cannot be less than nothing carries no minus.
select
    edit_id,
    submission_id,
    indicator_code,
    measure,
    value as observed,
    closed_by,
    0 as lowest
from staging.edit_key
where edit_type = 'sign'
    and (value is not null or blocked_by is not null)
