update ops.run_item as item
set
    read_outcome = null,
    readings_begun = 0
from ops.submission as submission
where item.run_id = :run_id
    and submission.submission_id = item.submission_id
    and submission.state in ('RECEIVED', 'READ', 'HELD', 'REJECTED')
