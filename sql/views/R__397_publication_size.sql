-- Counted beside the facts, without the names and files that belong to each of them.
create or replace view mart.publication_size as
select
    publication.publication_id,
    publication.run_id,
    (
        select count(*)
        from warehouse.fact_observation as fact
        where fact.publication_id = publication.publication_id
    ) as facts
from ops.publication as publication
where publication.facts_closed_at is not null;
comment on view mart.publication_size is 'One row per closed publication: how many figures it made known.';
