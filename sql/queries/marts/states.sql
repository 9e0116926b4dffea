-- How all files ever received stand today.
select
    submission.state,
    count(*) as submissions
from mart.submission as submission
group by submission.state
order by submission.state
