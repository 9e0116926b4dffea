select *
from mart.answer
where finding_id = :finding_id
order by answer_id
