select
    item.submission_id,
    submission.file_name,
    submission.file_sha256,
    coalesce(came.folder, '') as folder,
    submission.expected_form,
    item.readings_begun
from ops.run_item as item
inner join ops.submission as submission on submission.submission_id = item.submission_id
-- Where below its inbox the file lay: folders too say whose it is.
left join lateral (
    select
        left(
            substr(arrival.path, length(run.parameters ->> 'inbox') + 2),
            -(length(submission.file_name) + 1)
        ) as folder
    from ops.arrival as arrival
    inner join ops.run as run on run.run_id = arrival.run_id
    where arrival.submission_id = submission.submission_id
        and starts_with(arrival.path, (run.parameters ->> 'inbox') || '/')
    order by arrival.arrival_id
    limit 1
) as came on true
where item.run_id = :run_id
    and item.partition_no = :partition_no
    and item.read_outcome is null
-- What reading may have died of waits until the others are done.
order by item.readings_begun > 0, item.submission_id
limit :group_size
