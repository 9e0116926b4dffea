-- The last judged publication, or the last one judged at the moment given.
select
    publication.publication_id,
    publication.facts_closed_at,
    publication.judged_at,
    publication.catalogue_version,
    publication.rule_book_version,
    publication.form_version,
    run.program_version
from mart.publication as publication
inner join mart.run as run on run.run_id = publication.run_id
where publication.judged_at is not null
    and (:as_known::timestamptz is null or publication.judged_at <= :as_known)
order by publication.publication_id desc
limit 1
