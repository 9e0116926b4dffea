-- The last judged publication, or the last one whose facts were closed at the moment given.
select
    run.publication_id,
    run.facts_closed_at,
    run.judged_at
from mart.run as run
where run.judged_at is not null
    and (:as_known::timestamptz is null or run.facts_closed_at <= :as_known)
order by run.publication_id desc
limit 1
