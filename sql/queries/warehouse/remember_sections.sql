insert into warehouse.dim_section_version (catalogue_version, section, title_zh, title_en)
select :version, seed.section, seed.title_zh, seed.title_en
from jsonb_to_recordset(:rows::jsonb) as seed (section text, title_zh text, title_en text)
on conflict (catalogue_version, section) do nothing
