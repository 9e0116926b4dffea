-- They stand in the manifest of the run that reads their file.
insert into ops.run_item (run_id, submission_id, partition_no)
select item.run_id, part.submission_id, item.partition_no
from ops.run_item as item
inner join ops.submission as part on part.part_of = item.submission_id
inner join warehouse.dim_area as area on area.area_key = part.area_key
inner join warehouse.dim_period as period on period.period_key = part.period_key
inner join jsonb_to_recordset(:rows::jsonb) as wanted (area_code text, period text)
    on wanted.area_code = area.area_code
    and wanted.period = period.period
where item.run_id = :run_id
    and item.submission_id = :submission_id
    and part.state in ('RECEIVED', 'READ', 'HELD')
on conflict (run_id, submission_id) do nothing
