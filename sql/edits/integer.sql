-- What is counted one by one comes in whole numbers.
insert into staging.comparison
    (edit_id, submission_id, indicator_code, measure, observed, closed_by, holds)
select
    edit_id,
    submission_id,
    indicator_code,
    measure,
    value,
    closed_by,
    coalesce(value = trunc(value), false)
from staging.edit_key
where edit_type = 'integer'
    and (value is not null or blocked_by is not null)
