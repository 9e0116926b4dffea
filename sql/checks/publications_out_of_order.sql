-- Each publication is closed, and judged, later than the one before, and judged when it is closed.
select
    closed.publication_id,
    closed.facts_closed_at,
    closed.closed_before,
    closed.judged_at,
    closed.judged_before
from (
    select
        publication.publication_id,
        publication.facts_closed_at,
        publication.judged_at,
        max(publication.facts_closed_at) over earlier as closed_before,
        max(publication.judged_at) over earlier as judged_before
    from ops.publication as publication
    where publication.facts_closed_at is not null
    window earlier as (
        order by publication.publication_id
        rows between unbounded preceding and 1 preceding
    )
) as closed
where closed.facts_closed_at <= closed.closed_before
    or closed.judged_at <= closed.judged_before
    or closed.judged_at < closed.facts_closed_at
