select catalogue_version
from ops.publication
where judged_at is not null
order by publication_id desc
limit 1
