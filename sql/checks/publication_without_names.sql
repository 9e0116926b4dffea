-- The names, units and due days of every publication's version are kept.
select
    publication.publication_id,
    publication.form_version
from ops.publication as publication
where not exists (
    select 1
    from warehouse.dim_area_version as version
    where version.form_version = publication.form_version
)
