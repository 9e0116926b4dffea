-- What earlier versions had and some submissions no longer have.
select *
from mart.answer_fixed as fixed
where fixed.submission_id = any(:submission_ids)
order by fixed.submission_id, fixed.finding_id
