-- Which published figures some submissions changed, as they stand on the sheet.
select *
from mart.answer_change as change
where change.submission_id = any(:submission_ids)
order by
    change.submission_id,
    change.sheet,
    length(regexp_replace(change.cell, '[^0-9]', '', 'g')),
    regexp_replace(change.cell, '[^0-9]', '', 'g'),
    length(change.cell),
    change.cell
