-- Which figures of the year a correction replaced, the latest first, and how many there are in all.
select revision.*, count(*) over ()::integer as revisions
from mart.figure_revision_on(:publication_id, :period) as revision
order by
    revision.publication_id desc,
    revision.period desc,
    revision.area_code,
    revision.indicator_code,
    revision.measure,
    revision.form_code
limit :most
