-- A finding that a newer version has again waits for an answer there, and no longer here.
update warehouse.fact_finding as finding
set closed_at = :found_at
from ops.submission as older
inner join ops.submission as newest
    on newest.area_key = older.area_key
    and newest.form_key = older.form_key
    and newest.period_key = older.period_key
    and newest.version > older.version
inner join staging.subject as subject
    on subject.submission_id = newest.submission_id
    and subject.state <> 'PUBLISHED'
where finding.submission_id = older.submission_id
    and finding.closed_at is null
    and exists (
        select 1
        from warehouse.fact_finding as again
        where again.submission_id = newest.submission_id
            and again.finding_id = finding.finding_id
            and again.state <> 'FIXED'
    )
