-- What is counted one by one comes in whole numbers.
insert into staging.comparison (edit_id, submission_id, indicator_code, measure, holds)
select edit_id, submission_id, indicator_code, measure, coalesce(value = trunc(value), false)
from staging.edit_key
where value is not null
    or blocked_by is not null
