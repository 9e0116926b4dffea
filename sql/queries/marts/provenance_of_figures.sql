-- Where the figures behind a verdict come from: the region's own, the areas' on the form that
-- judging takes them from, and for years gone by loaded history. Where a series stands twice,
-- counts tells the row that judging takes. A verdict rests on the facts of the last publication
-- that was judged, also while another is under way.
select
    provenance.*,
    true as holds,
    row_number() over (
        partition by
            provenance.indicator_code,
            provenance.measure,
            period.period_year,
            period.end_month,
            provenance.area_code
        order by form.orientation = 'crosstab', provenance.form_code
    ) = 1 as counts,
    format('%s %s-%s %s', provenance.indicator_code, period.period_year,
        lpad(period.end_month::text, 2, '0'), provenance.measure) as series
from mart.provenance as provenance
inner join mart.indicator as indicator
    on indicator.indicator_code = provenance.indicator_code
inner join mart.area as area on area.area_code = provenance.area_code
inner join mart.period as period on period.period = provenance.period
inner join mart.form as form on form.form_code = provenance.form_code
cross join (
    select max(publication.facts_closed_at) as closed_at
    from mart.publication as publication
    where publication.judged_at is not null
        and (:as_known::timestamptz is null or publication.judged_at <= :as_known)
) as judged
where provenance.indicator_code in (:indicators)
    and provenance.period in (:periods)
    and provenance.measure in (:measures)
    and case
        when form.orientation = 'crosstab' then period.period_year < :judged_year
        else area.kind = 'region' or provenance.form_code = indicator.authoritative_form
    end
    and provenance.recorded_at <= judged.closed_at
    and (provenance.superseded_at is null or provenance.superseded_at > judged.closed_at)
order by
    provenance.indicator_code,
    provenance.period desc,
    provenance.measure,
    provenance.area_code,
    provenance.form_code
