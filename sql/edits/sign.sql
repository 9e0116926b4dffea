-- What cannot be less than nothing carries no minus.
insert into staging.comparison
    (edit_id, submission_id, indicator_code, measure, observed, closed_by, lowest)
select edit_id, submission_id, indicator_code, measure, value, closed_by, 0
from staging.edit_key
where edit_type = 'sign'
    and (value is not null or blocked_by is not null)
