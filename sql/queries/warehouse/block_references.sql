-- Others do not compare with a figure that is in doubt itself.
update staging.reference as reference
set blocked_by = series.blocked_by
from staging.series as series
where series.blocked_by is not null
    and reference.area_key = series.area_key
    and reference.form_code = series.form_code
    and reference.period_key = series.period_key
    and reference.indicator_code = series.indicator_code
    and reference.measure = series.measure
    and reference.submission_id = series.submission_id
    and reference.blocked_by is null
