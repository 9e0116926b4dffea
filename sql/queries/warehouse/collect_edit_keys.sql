-- Which cells the edits of a type look at: their form, their lines (or * for all), their measures,
-- months and areas, in their validity. What is published is never held again, so only edits from
-- level 2 on see it. Lists are taken apart here, once, so that cells are met by equality alone.
insert into staging.edit_key
    (edit_id, operands, minimum, maximum, declared_tolerance, area_key, period_key, end_month,
    previous_key, last_year_key, submission_id, form_code, indicator_code, measure, value, factor,
    step, rounding, blocked_by)
with
scopes as materialized (
    select
        edit.edit_id,
        edit.form_code,
        named.indicator_code,
        measured.measure
    from warehouse.dim_edit as edit
    cross join lateral unnest(string_to_array(edit.indicator_code, '|')) as named (indicator_code)
    cross join lateral unnest(string_to_array(edit.measure, '|')) as measured (measure)
    where edit.is_current
        and edit.edit_type = :edit_type
),

cells as (
    select scopes.edit_id, series.*
    from scopes
    inner join staging.series as series
        on series.form_code = scopes.form_code
        and series.indicator_code = scopes.indicator_code
        and series.measure = scopes.measure
    where scopes.indicator_code <> '*'
    union all
    select scopes.edit_id, series.*
    from scopes
    inner join staging.series as series
        on series.form_code = scopes.form_code
        and series.measure = scopes.measure
    where scopes.indicator_code = '*'
)

select
    edit.edit_id,
    edit.operands,
    edit.minimum,
    edit.maximum,
    edit.tolerance,
    subject.area_key,
    subject.period_key,
    period.end_month,
    period.previous_key,
    period.last_year_key,
    cells.submission_id,
    cells.form_code,
    cells.indicator_code,
    cells.measure,
    cells.value,
    cells.factor,
    cells.step,
    cells.rounding,
    cells.blocked_by
from cells
inner join warehouse.dim_edit as edit on edit.edit_id = cells.edit_id
inner join staging.subject as subject
    on subject.submission_id = cells.submission_id
    and subject.lowest_level <= edit.level
inner join warehouse.dim_area as area
    on area.area_key = subject.area_key
    and (edit.areas is null or area.area_code = any (string_to_array(edit.areas, '|')))
inner join warehouse.dim_period as period
    on period.period_key = subject.period_key
    and period.ends_on >= coalesce(edit.valid_from, period.ends_on)
    and period.ends_on <= coalesce(edit.valid_to, period.ends_on)
    and (
        edit.months is null
        or period.end_month::text = any (string_to_array(edit.months, '|'))
    )
