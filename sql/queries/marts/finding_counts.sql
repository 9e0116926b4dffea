-- What was open when a publication was made, hard findings first.
select *
from mart.finding_count_on(:publication_id)
