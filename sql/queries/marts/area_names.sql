-- What areas were called in English when a publication was made.
select area.area_code, area.area_name_en
from mart.area_version as area
inner join mart.publication as known on known.form_version = area.form_version
where known.publication_id = :publication_id
order by area.area_code
