-- What the workbooks sent back by submitters answered, and what became of it.
select *
from mart.answer_heard as heard
where heard.submission_id = any(:submission_ids)
order by heard.submission_id, heard.ordinal
