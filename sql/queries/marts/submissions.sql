-- What came, the newest first.
select *
from mart.submission as submission
where (:area::text is null or submission.area_code = :area)
    and (:period::text is null or submission.period = :period)
    and (:state::text is null or submission.state = :state)
    and (:run::bigint is null or submission.submission_id in (
        select took.submission_id
        from mart.run_submission as took
        where took.run_id = :run
    ))
order by submission.submission_id desc
