-- What the parts of the report were called when a publication was made.
select section.section, section.title_zh, section.title_en
from mart.section_version as section
inner join mart.publication as known on known.catalogue_version = section.catalogue_version
where known.publication_id = :publication_id
order by section.section
