-- The submission of which a file with the same bytes would be a mere duplicate. Not one: an older
-- version sent again, or a file held or refused under other forms, rules or program.
select twin.submission_id
from ops.submission as twin
where twin.file_sha256 = :sha256
    and (
        twin.state in ('RECEIVED', 'READ', 'PUBLISHED', 'ANSWERED')
        or (twin.state in ('HELD', 'REJECTED') and twin.read_with = :read_with)
    )
order by twin.submission_id desc
limit 1
