-- What came between two publications and may have moved a verdict: the submissions on the forms its
-- indicators are taken from, or loaded as history, with every figure of these indicators that they
-- changed.
with
forms as (
    select indicator.authoritative_form as form_code
    from mart.indicator as indicator
    where indicator.indicator_code in (:indicators)
),

moved as (
    select
        vintage.*,
        (
            vintage.recorded_at <= :from::timestamptz
            and (vintage.superseded_at is null or vintage.superseded_at > :from::timestamptz)
        ) as held_before,
        (
            vintage.recorded_at <= :to::timestamptz
            and (vintage.superseded_at is null or vintage.superseded_at > :to::timestamptz)
        ) as holds_after
    from mart.observation_vintage as vintage
    inner join mart.area as area on area.area_code = vintage.area_code
    inner join mart.form as form on form.form_code = vintage.form_code
    where vintage.period in (:periods)
        and (
            area.kind = 'region'
            or form.orientation = 'crosstab'
            or vintage.form_code in (select forms.form_code from forms)
        )
        and vintage.recorded_at <= :to::timestamptz
        and (vintage.superseded_at is null or vintage.superseded_at > :from::timestamptz)
),

brought as (
    select distinct
        moved.area_code,
        moved.area_name,
        moved.form_code,
        moved.period,
        moved.submission_id,
        moved.version,
        moved.file_name,
        moved.file_sha256,
        moved.correction_reason,
        moved.recorded_at
    from moved
    where moved.holds_after
        and not moved.held_before
),

figures as (
    select
        moved.area_code,
        moved.form_code,
        moved.period,
        moved.indicator_code,
        moved.measure,
        max(coalesce(trim_scale(moved.value)::text, moved.value_text))
            filter (where moved.held_before) as was,
        max(coalesce(trim_scale(moved.value)::text, moved.value_text))
            filter (where moved.holds_after) as became
    from moved
    where moved.indicator_code in (:indicators)
    group by
        moved.area_code,
        moved.form_code,
        moved.period,
        moved.indicator_code,
        moved.measure
)

select
    brought.*,
    figures.indicator_code,
    figures.measure,
    figures.was,
    figures.became
from brought
left join figures
    on figures.area_code = brought.area_code
    and figures.form_code = brought.form_code
    and figures.period = brought.period
    and figures.was is distinct from figures.became
order by
    brought.period desc,
    brought.area_code,
    brought.form_code,
    figures.indicator_code,
    figures.measure
