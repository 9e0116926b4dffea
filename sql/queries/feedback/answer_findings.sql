-- What the answers to some submissions have to say.
select *
from mart.answer_finding as finding
where finding.submission_id = any(:submission_ids)
order by finding.submission_id, finding.finding_id
