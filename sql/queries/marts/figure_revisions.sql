-- Which figures of the year a correction replaced, the latest first, and how many there are in all.
select
    revision.*,
    measure.measure_name,
    measure.measure_name_en,
    count(*) over ()::integer as revisions
from mart.figure_revision_on(:publication_id, :period) as revision
inner join mart.measure as measure on measure.measure = revision.measure
order by
    revision.publication_id desc,
    revision.period desc,
    revision.area_code,
    revision.indicator_code,
    revision.measure,
    revision.form_code
limit :most
