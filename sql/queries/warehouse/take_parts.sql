-- They stand in the manifest of the run that reads their file.
insert into ops.run_item (run_id, submission_id, partition_no)
select item.run_id, part.submission_id, item.partition_no
from ops.run_item as item
inner join ops.submission as part on part.part_of = item.submission_id
where item.run_id = :run_id
    and item.submission_id = :submission_id
    and part.state in ('RECEIVED', 'READ', 'HELD')
on conflict (run_id, submission_id) do nothing
