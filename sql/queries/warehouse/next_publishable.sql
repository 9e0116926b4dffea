select submission_id
from ops.submission
where state = 'READ'
    and version is not null
order by submission_id
limit :group_size
