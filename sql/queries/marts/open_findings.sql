-- What still waits for somebody, by severity.
select
    finding.severity,
    count(*) as findings
from mart.finding as finding
where finding.state in ('OPEN', 'PERSISTING')
    and finding.closed_at is null
group by finding.severity
order by finding.severity
