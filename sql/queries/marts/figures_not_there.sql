-- Whose figure of an indicator is not there in periods gone by, and what became of the form that it
-- should stand on: its state, or MISSING where nothing ever came.
select
    period.period,
    area.area_code,
    area.area_name,
    indicator.authoritative_form as form_code,
    coalesce(latest.state, 'MISSING') as state,
    latest.reason_code
from mart.indicator as indicator
inner join mart.form as form on form.form_code = indicator.authoritative_form
inner join mart.period as period
    on period.period in (:periods)
    and period.frequency = form.frequency
inner join mart.area as area
    on (form.submitted_by = 'areas' and area.kind in ('league', 'city'))
    or (form.submitted_by = 'region' and area.kind = 'region')
left join lateral (
    select submission.state, submission.reason_code
    from mart.submission as submission
    where submission.area_code = area.area_code
        and submission.form_code = form.form_code
        and submission.period = period.period
        and submission.version is not null
        and (:as_known::timestamptz is null or submission.received_at <= :as_known)
    order by submission.version desc
    limit 1
) as latest on true
where indicator.indicator_code = :indicator
    and not exists (
        select 1
        from mart.observation_vintage as fact
        where fact.indicator_code = indicator.indicator_code
            and fact.period = period.period
            and fact.area_code = area.area_code
            and fact.measure in (:measures)
            and (:as_known::timestamptz is null or fact.recorded_at <= :as_known)
    )
order by period.period, area.area_code
