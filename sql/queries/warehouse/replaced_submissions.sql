-- What newer versions of the same form, area and period take the place of.
select older.submission_id
from ops.submission as newer
inner join ops.submission as older
    on older.area_key = newer.area_key
    and older.form_key = newer.form_key
    and older.period_key = newer.period_key
    and older.submission_id <> newer.submission_id
    and older.state in ('PUBLISHED', 'SUPERSEDED')
where newer.submission_id = any (:submission_ids)
