select part.submission_id, area.area_code, period.period
from ops.submission as part
inner join warehouse.dim_area as area on area.area_key = part.area_key
inner join warehouse.dim_period as period on period.period_key = part.period_key
inner join jsonb_to_recordset(:rows::jsonb) as wanted (area_code text, period text)
    on wanted.area_code = area.area_code
    and wanted.period = period.period
where part.part_of = :submission_id
    and part.state in ('RECEIVED', 'READ', 'HELD')
order by part.submission_id
