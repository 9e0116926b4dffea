-- Each publication is closed later than the one before.
select
    closed.publication_id,
    closed.facts_closed_at,
    closed.closed_before
from (
    select
        publication.publication_id,
        publication.facts_closed_at,
        max(publication.facts_closed_at) over (
            order by publication.publication_id
            rows between unbounded preceding and 1 preceding
        ) as closed_before
    from ops.publication as publication
    where publication.facts_closed_at is not null
) as closed
where closed.facts_closed_at <= closed.closed_before
