-- The region's own figure against the sum of its areas. Only where all areas have answered; the gap
-- is shown and never forced away. The tolerance is a share of the region's figure, in percent.
insert into staging.edit_evaluation
    (edit_id, submission_id, finding_key, outcome, blocked_by, sheet, cell, line_code,
    indicator_code, measure, observed, expected, tolerance, unit, factor, detail)
with
sums as (
    select
        edit_key.edit_id,
        edit_key.submission_id,
        edit_key.finding_key,
        sum(part.value) as total,
        count(part.submission_id) filter (
            where part.value is not null or part.obs_status in ('M', 'N')
        ) as areas_have,
        (select count(*) from warehouse.dim_area where kind in ('league', 'city'))
            as areas_want
    from staging.edit_key as edit_key
    inner join warehouse.dim_indicator as indicator
        on indicator.indicator_code = edit_key.indicator_code
    left join staging.reference as part
        on part.form_code = indicator.authoritative_form
        and part.period_key = edit_key.period_key
        and part.indicator_code = edit_key.indicator_code
        and part.measure = edit_key.measure
        and part.area_key <> edit_key.area_key
    where edit_key.edit_type = 'hierarchy'
    group by edit_key.edit_id, edit_key.submission_id, edit_key.finding_key
),

compared as (
    select
        edit_key.*,
        sums.total,
        sums.areas_have,
        sums.areas_want,
        sums.areas_have = sums.areas_want and edit_key.value is not null as is_checkable,
        abs(edit_key.value) * coalesce(edit_key.declared_tolerance, 1) / 100 as tolerance
    from staging.edit_key as edit_key
    inner join sums
        on sums.edit_id = edit_key.edit_id
        and sums.submission_id = edit_key.submission_id
        and sums.finding_key = edit_key.finding_key
)

select
    edit_id,
    submission_id,
    finding_key,
    case
        when not is_checkable then 'not_checkable'
        when abs(value - total) > tolerance then 'failed'
        else 'passed'
    end,
    case
        when is_checkable then null
        when value is null then coalesce(key_blocked_by, 'NO_VALUE')
        else 'COVERAGE'
    end,
    sheet,
    cell,
    line_code,
    indicator_code,
    measure,
    value,
    total,
    tolerance,
    unit,
    factor,
    concat(areas_have, '/', areas_want)
from compared
