-- What came, the newest first.
select *
from mart.submission as submission
where (:area::text is null or submission.area_code = :area)
    and (:period::text is null or submission.period = :period)
    and (:state::text is null or submission.state = :state)
order by submission.submission_id desc
