-- Verdicts are seen from later moments on, one publication after the other, even if the clock was
-- put back.
update ops.publication as publication
set judged_at = greatest(
    :judged_at,
    publication.facts_closed_at,
    (
        select max(earlier.judged_at) + interval '1 microsecond'
        from ops.publication as earlier
    )
)
where publication.run_id = :run_id
    and publication.judged_at is null
