-- What is or was wrong with one figure of a submission, by its line and column or by its cell, and
-- what was answered.
select
    finding.*,
    (
        select jsonb_agg(
            jsonb_build_object(
                'kind', answer.kind,
                'text', answer.text,
                'given_at', to_char(
                    answer.given_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"'
                )
            )
            order by answer.answer_id
        )
        from mart.answer as answer
        where answer.submission_id = finding.submission_id
            and answer.finding_id = finding.finding_id
    ) as answers
from mart.finding as finding
where finding.submission_id = :submission_id
    and (
        (finding.sheet = :sheet and finding.cell = :cell)
        or (finding.indicator_code = :indicator and finding.measure = :measure)
    )
order by finding.level, finding.code, finding.finding_id
