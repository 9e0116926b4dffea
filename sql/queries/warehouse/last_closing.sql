select max(greatest(publication.facts_closed_at, publication.judged_at))
from ops.publication as publication
