-- What cannot be less than nothing carries no minus.
insert into staging.comparison (edit_id, submission_id, indicator_code, measure, lowest)
select edit_id, submission_id, indicator_code, measure, 0
from staging.edit_key
where value is not null
    or blocked_by is not null
