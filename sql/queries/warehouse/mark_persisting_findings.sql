update warehouse.fact_finding as finding
set state = 'PERSISTING'
from ops.submission as newest
inner join staging.subject as subject on subject.submission_id = newest.submission_id
inner join ops.submission as older
    on older.area_key = newest.area_key
    and older.form_key = newest.form_key
    and older.period_key = newest.period_key
    and older.version < newest.version
inner join warehouse.fact_finding as before
    on before.submission_id = older.submission_id
    and before.state in ('OPEN', 'PERSISTING', 'EXPLAINED', 'WAIVED')
    and before.source <> 'run'
where finding.submission_id = newest.submission_id
    and finding.finding_id = before.finding_id
    and finding.state = 'OPEN'
