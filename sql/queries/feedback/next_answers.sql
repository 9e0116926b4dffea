-- The next submissions of a share of the run that have no answer yet.
select *
from mart.run_answer as answer
where answer.run_id = :run_id
    and answer.answered_at is null
    and answer.submission_id % :shares = :share
order by answer.submission_id
limit :group_size
