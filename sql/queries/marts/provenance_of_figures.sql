-- Where the figures behind a verdict come from: the region's own, and the areas' on the form that
-- judging takes them from.
select provenance.*, true as holds
from mart.provenance as provenance
inner join mart.indicator as indicator
    on indicator.indicator_code = provenance.indicator_code
inner join mart.area as area on area.area_code = provenance.area_code
where provenance.indicator_code in (:indicators)
    and provenance.period in (:periods)
    and provenance.measure in (:measures)
    and (area.kind = 'region' or provenance.form_code = indicator.authoritative_form)
    and case
        when :as_known::timestamptz is null then provenance.is_current
        else provenance.recorded_at <= :as_known
            and (provenance.superseded_at is null or provenance.superseded_at > :as_known)
    end
order by
    provenance.indicator_code,
    provenance.period desc,
    provenance.measure,
    provenance.area_code,
    provenance.form_code
