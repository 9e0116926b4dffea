-- Every published submission has facts.
select
    submission.submission_id,
    submission.file_name
from ops.submission as submission
where submission.state = 'PUBLISHED'
    and not exists (
        select 1
        from warehouse.fact_observation as fact
        where fact.submission_id = submission.submission_id
    )
