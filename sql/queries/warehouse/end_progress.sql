-- What a publication judged otherwise, or has no target for any more, held until then.
update warehouse.fact_target_progress as ended
set superseded_by = publication.publication_id
from ops.publication as publication
where publication.run_id = :run_id
    and publication.judged_at is null
    and ended.superseded_by is null
    and ended.publication_id < publication.publication_id
    and (
        exists (
            select 1
            from warehouse.fact_target_progress as next
            where next.target_id = ended.target_id
                and next.area_key = ended.area_key
                and next.period_key = ended.period_key
                and next.publication_id = publication.publication_id
        )
        or not exists (
            select 1
            from warehouse.dim_target as kept
            where kept.target_id = ended.target_id
                and kept.catalogue_version = publication.catalogue_version
        )
        or (
            ended.assigned_value is not null
            and not exists (
                select 1
                from warehouse.dim_target_assignment as kept
                inner join warehouse.dim_area as area on area.area_code = kept.area_code
                where kept.target_id = ended.target_id
                    and area.area_key = ended.area_key
                    and kept.catalogue_version = publication.catalogue_version
            )
        )
    )
