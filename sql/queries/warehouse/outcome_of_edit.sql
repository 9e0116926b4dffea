select evaluation.outcome
from (
${evaluation}
) as evaluation
where evaluation.edit_id = :edit_id
    and evaluation.submission_id = :submission_id
    and (
        :finding_key::text is null
        or :finding_key::text = evaluation.indicator_code || '/' || evaluation.measure
        or (evaluation.indicator_code = '' and :finding_key::text = evaluation.detail)
    )
limit 1
