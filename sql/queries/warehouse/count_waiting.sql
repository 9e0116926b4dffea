-- What a run would take: files not read yet, and files held or refused under other forms, rules or
-- program than now.
select count(*)
from ops.submission
where state = 'RECEIVED'
    or (state in ('HELD', 'REJECTED') and read_with is distinct from :read_with)
