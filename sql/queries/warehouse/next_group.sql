select
    item.submission_id,
    submission.file_name,
    submission.file_sha256
from ops.run_item as item
inner join ops.submission as submission on submission.submission_id = item.submission_id
where item.run_id = :run_id
    and item.partition_no = :partition_no
    and item.read_outcome is null
order by item.submission_id
limit :group_size
