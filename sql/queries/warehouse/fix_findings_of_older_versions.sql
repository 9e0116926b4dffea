-- What an older version had and the newest has no longer is fixed, unless nobody could see whether it
-- has: then it waits for a version in which that can be seen.
update warehouse.fact_finding as finding
set state = 'FIXED', closed_at = :found_at
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
    and finding.state in ('OPEN', 'PERSISTING', 'EXPLAINED')
    and not exists (
        select 1
        from warehouse.fact_finding as again
        where again.submission_id = newest.submission_id
            and again.finding_id = finding.finding_id
            and again.state <> 'FIXED'
    )
    and not exists (
        select 1
        from staging.edit_result as unseen
        left join warehouse.dim_indicator as indicator
            on indicator.indicator_code = unseen.indicator_code
        where unseen.run_id = :run_id
            and unseen.outcome = 'not_checkable'
            and unseen.submission_id = newest.submission_id
            and unseen.edit_id = finding.edit_id
            and coalesce(indicator.indicator_key, 0) = finding.indicator_key
            and unseen.measure is not distinct from finding.measure
    )
