-- The verdicts of one period, in the order of the report.
select *
from mart.target_progress as progress
where progress.period = :period
    and not progress.is_assigned
order by
    nullif(regexp_replace(progress.section, '\D', '', 'g'), '')::integer nulls first,
    progress.section,
    progress.target_id,
    progress.area_code
