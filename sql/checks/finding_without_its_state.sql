-- The state of a finding is the last one of its history.
select
    finding.submission_id,
    finding.finding_id,
    finding.state,
    vintage.state as remembered
from warehouse.fact_finding as finding
left join warehouse.fact_finding_state as vintage
    on vintage.submission_id = finding.submission_id
    and vintage.finding_id = finding.finding_id
    and vintage.superseded_at is null
where vintage.state is distinct from finding.state
