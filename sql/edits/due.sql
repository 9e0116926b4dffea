-- A line that is collected in some months only stays empty in the others: a figure there was
-- written into the wrong line, or belongs to another period.
select
    edit_id,
    submission_id,
    indicator_code,
    measure,
    value as observed,
    closed_by,
    end_month::text = any (string_to_array(operands, '|')) as holds,
    replace(operands, '|', '、') as detail
from staging.edit_key
where edit_type = 'due'
    and (value is not null or blocked_by is not null)
