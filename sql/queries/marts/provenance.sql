-- Where a figure comes from: what holds now first, and what it replaced after.
select *
from mart.provenance as provenance
where provenance.area_code = :area
    and provenance.indicator_code = :indicator
    and provenance.period = :period
    and (:measure::text is null or provenance.measure = :measure)
order by provenance.measure, provenance.form_code, provenance.publication_id desc
