-- A target has one current verdict in an area and period.
select
    progress.target_id,
    progress.area_key,
    progress.period_key,
    count(*) as verdicts
from warehouse.fact_target_progress as progress
inner join ops.publication as publication
    on publication.publication_id = progress.publication_id
    and publication.judged_at is not null
left join ops.publication as later
    on later.publication_id = progress.superseded_by
    and later.judged_at is not null
where later.publication_id is null
group by progress.target_id, progress.area_key, progress.period_key
having count(*) > 1
