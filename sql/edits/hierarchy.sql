-- The region's own figure against the sum of its areas. Only where all areas have answered; the gap
-- is shown and never forced away. The tolerance is a share of the region's figure, in percent. An
-- area has answered when its form is there and gives the figure, a mark for none, or leaves an
-- optional line blank: a required line left blank would hold its form.
with
forms_there as materialized (
    select distinct reference.form_code, reference.period_key, reference.area_key
    from staging.reference as reference
    inner join warehouse.dim_area as area
        on area.area_key = reference.area_key
        and area.kind in ('league', 'city')
),

sums as (
    select
        edit_key.edit_id,
        edit_key.submission_id,
        edit_key.indicator_code,
        edit_key.measure,
        edit_key.value,
        edit_key.closed_by,
        edit_key.declared_tolerance,
        sum(part.value) as total,
        min(part.blocked_by) as blocked_by,
        count(forms_there.area_key) filter (
            where part.submission_id is null or part.value is not null
                or part.obs_status in ('M', 'N')
        ) as areas_have,
        (select count(*) from warehouse.dim_area where kind in ('league', 'city'))
            as areas_want
    from staging.edit_key as edit_key
    inner join warehouse.dim_indicator as indicator
        on indicator.indicator_code = edit_key.indicator_code
    left join forms_there
        on forms_there.form_code = indicator.authoritative_form
        and forms_there.period_key = edit_key.period_key
    left join staging.reference as part
        on part.form_code = forms_there.form_code
        and part.period_key = forms_there.period_key
        and part.area_key = forms_there.area_key
        and part.indicator_code = edit_key.indicator_code
        and part.measure = edit_key.measure
    where edit_key.edit_type = 'hierarchy'
    group by
        edit_key.edit_id,
        edit_key.submission_id,
        edit_key.indicator_code,
        edit_key.measure,
        edit_key.value,
        edit_key.closed_by,
        edit_key.declared_tolerance
)

select
    edit_id,
    submission_id,
    indicator_code,
    measure,
    value as observed,
    closed_by,
    case when areas_have = areas_want then total end as lowest,
    case when areas_have = areas_want then total end as highest,
    abs(value) * coalesce(declared_tolerance, 1) / 100 as tolerance,
    coalesce(
        case when value is not null and areas_have < areas_want then 'COVERAGE' end,
        blocked_by
    ) as blocked_by,
    concat(areas_have, '/', areas_want) as detail
from sums
