-- What every area brought to the region in a period, as known at a publication.
select *
from mart.area_contribution_on(:publication_id, :period) as contribution
order by
    contribution.indicator_code,
    contribution.contribution_points desc nulls last,
    contribution.value_rank,
    contribution.area_code
