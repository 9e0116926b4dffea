-- How the files that a run received stand today.
select
    submission.state,
    count(*) as submissions
from mart.submission as submission
where submission.run_id = :run_id
group by submission.state
order by submission.state
