-- What is or was wrong with one figure of a submission, by its line and column or by its cell.
select *
from mart.finding as finding
where finding.submission_id = :submission_id
    and (
        (finding.sheet = :sheet and finding.cell = :cell)
        or (finding.indicator_code = :indicator and finding.measure = :measure)
    )
order by finding.level, finding.code, finding.finding_id
