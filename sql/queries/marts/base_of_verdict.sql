-- The result of last year that the report gives and a target starts from, as the catalogue of its
-- verdict has it.
select base.*
from mart.progress_base as base
where base.target_id = :target
    and base.area_code = :area
    and base.period = :period
    and base.publication_id = :publication_id
