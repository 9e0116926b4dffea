-- Published figures that were asked about and not explained. Of those under check again only what
-- is not looked for again, levels 0 and 1.
update staging.beside as beside
set blocked_by = doubted.code
from (
    select
        finding.submission_id,
        indicator.indicator_code,
        finding.measure,
        min(finding.code) as code,
        min(finding.level) as level
    from warehouse.fact_finding as finding
    inner join warehouse.dim_indicator as indicator
        on indicator.indicator_key = finding.indicator_key
    inner join ops.submission as submission
        on submission.submission_id = finding.submission_id
        and submission.state = 'PUBLISHED'
    where finding.source = 'edit'
        and finding.severity <> 'INFORMATION'
        and finding.state in ('OPEN', 'PERSISTING')
        and finding.measure is not null
    group by finding.submission_id, indicator.indicator_code, finding.measure
) as doubted
where beside.submission_id = doubted.submission_id
    and beside.indicator_code = doubted.indicator_code
    and beside.measure = doubted.measure
    and (not beside.is_subject or doubted.level <= 1)
    and beside.blocked_by is null
