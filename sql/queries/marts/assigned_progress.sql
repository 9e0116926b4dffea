-- How far areas were with what a document gave them to do, as known at a publication.
select *
from mart.assignment_progress_on(:publication_id, :period) as progress
order by progress.target_id, progress.area_code
