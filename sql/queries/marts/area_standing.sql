-- How the leagues and cities stood when a publication was made.
select *
from mart.area_standing_on(:publication_id, :period, :indicator)
order by area_code
