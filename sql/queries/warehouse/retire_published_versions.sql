update ops.submission as older
set state = 'SUPERSEDED'
from ops.submission as newer
where newer.submission_id = any (:submission_ids)
    and older.area_key = newer.area_key
    and older.form_key = newer.form_key
    and older.period_key = newer.period_key
    and older.version < newer.version
    and older.state = 'PUBLISHED'
