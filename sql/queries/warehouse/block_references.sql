-- Others do not compare with a figure that is in doubt itself.
update staging.reference as reference
set blocked_by = series.blocked_by
from staging.series as series
where series.blocked_by is not null
    and reference.submission_id = series.submission_id
    and reference.indicator_code = series.indicator_code
    and reference.measure = series.measure
    and reference.blocked_by is null
