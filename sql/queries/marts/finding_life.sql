-- A finding over all versions of its submission.
select *
from mart.finding_life as life
where life.finding_id = :finding_id
