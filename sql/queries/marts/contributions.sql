-- What every area brought to the region in a period, as known at a publication.
select contribution.*, measure.measure_name, measure.measure_name_en
from mart.area_contribution_on(:publication_id, :period) as contribution
inner join mart.measure as measure on measure.measure = contribution.measure
order by
    contribution.indicator_code,
    contribution.contribution_points desc nulls last,
    contribution.value_rank,
    contribution.area_code
