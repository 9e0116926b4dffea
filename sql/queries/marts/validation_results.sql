-- What a run found or could not check, submission by submission.
select *
from mart.validation_result as result
where result.run_id = :run_id
order by
    result.submission_id,
    result.level,
    result.rule_id,
    result.indicator_code,
    result.measure,
    result.finding_id
