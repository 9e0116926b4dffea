-- Closing times strictly increase, even if the clock was put back.
update ops.publication as publication
set facts_closed_at = greatest(
    :closed_at,
    (
        select max(earlier.facts_closed_at) + interval '1 microsecond'
        from ops.publication as earlier
    )
)
where publication.run_id = :run_id
    and publication.facts_closed_at is null
