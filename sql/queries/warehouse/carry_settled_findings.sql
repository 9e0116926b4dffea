-- What was explained or waived stays so in the next version, as long as the same was found in the
-- same figure; another figure asks anew. That two versions came together is said of these two only.
update warehouse.fact_finding as finding
set state = before.state, closed_at = :found_at
from ops.submission as newest
inner join staging.subject as subject
    on subject.submission_id = newest.submission_id
    and subject.state <> 'PUBLISHED'
cross join lateral (
    select older.submission_id
    from ops.submission as older
    where older.area_key = newest.area_key
        and older.form_key = newest.form_key
        and older.period_key = newest.period_key
        and older.version < newest.version
    order by older.version desc
    limit 1
) as previous
inner join warehouse.fact_finding as before
    on before.submission_id = previous.submission_id
    and before.state in ('EXPLAINED', 'WAIVED')
    and before.source <> 'run'
where finding.submission_id = newest.submission_id
    and finding.finding_id = before.finding_id
    and finding.state = 'OPEN'
    and finding.observed is not distinct from before.observed
    and finding.expected is not distinct from before.expected
