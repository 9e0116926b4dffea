-- Whoever changed a published figure gave a reason, or somebody of the bureau released it.
select
    newer.submission_id,
    newer.sheet,
    newer.cell,
    older.value as was,
    newer.value as became
from warehouse.fact_observation as older
inner join warehouse.fact_observation as newer
    on newer.period_year = older.period_year
    and newer.area_key = older.area_key
    and newer.indicator_key = older.indicator_key
    and newer.period_key = older.period_key
    and newer.measure = older.measure
    and newer.form_key = older.form_key
    and newer.publication_id = older.superseded_by
inner join ops.submission as submission on submission.submission_id = newer.submission_id
where older.superseded_by is not null
    and (newer.value, newer.value_text) is distinct from (older.value, older.value_text)
    and coalesce(submission.frame ->> 'correction_reason', '') = ''
    and not exists (
        select 1
        from warehouse.fact_finding as finding
        where finding.submission_id = newer.submission_id
            and finding.state = 'WAIVED'
    )
