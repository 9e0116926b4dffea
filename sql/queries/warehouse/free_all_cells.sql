-- What waits since an earlier run is looked at as if it came today.
update staging.observation
set blocked_by = null, is_blocked_hard = false
where blocked_by is not null
