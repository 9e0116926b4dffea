-- Where a figure comes from: what holds, or held at the moment given, first, and what it replaced
-- after.
select
    provenance.*,
    coalesce(provenance.superseded_at > :as_known, provenance.superseded_at is null) as holds
from mart.provenance as provenance
where provenance.area_code = :area
    and provenance.indicator_code = :indicator
    and provenance.period = :period
    and (:measure::text is null or provenance.measure = :measure)
    and (:as_known::timestamptz is null or provenance.recorded_at <= :as_known)
order by provenance.measure, provenance.form_code, provenance.publication_id desc
