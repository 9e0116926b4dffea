-- Partitions of about a hundred files, at least two for each thread once there is enough for them;
-- dealt out by size, so that no partition gets all the large ones.
insert into ops.run_item (run_id, submission_id, partition_no)
with
taken as (
    select submission_id, file_size
    from ops.submission as submission
    -- A part is read with its file. A run that loads history leaves alone what was sent: whoever
    -- sent it waits for an answer.
    where part_of is null
        and exists (
            select 1
            from ops.run as run
            where run.run_id = :run_id
                and coalesce(run.parameters ->> 'form' = submission.expected_form,
                    run.parameters ->> 'form' is null)
        )
        and (
            state = 'RECEIVED'
            or (state in ('HELD', 'REJECTED') and read_with is distinct from :read_with)
        )
),

grain as (
    select
        least(512, greatest(
            ceil(count(*) / 100.0),
            case when count(*) >= 4 * :threads then 2 * :threads else 1 end
        ))::bigint as partitions
    from taken
)

select
    :run_id,
    taken.submission_id,
    (row_number() over (order by taken.file_size desc, taken.submission_id) - 1)
        % grain.partitions
from taken
cross join grain
on conflict (run_id, submission_id) do nothing
