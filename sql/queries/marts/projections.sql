-- What the year would come to if it went on so, and whether that would do, as known at a publication.
select *
from mart.target_projection_on(:publication_id, :period) as projection
order by projection.target_id
