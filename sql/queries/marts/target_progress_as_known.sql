-- The verdicts of one period as they were known, in the order of the report.
select *
from mart.target_progress_as_known(:as_known, :period) as progress
where not progress.is_assigned
order by
    nullif(regexp_replace(progress.section, '\D', '', 'g'), '')::integer nulls first,
    progress.section,
    progress.target_id,
    progress.area_code
