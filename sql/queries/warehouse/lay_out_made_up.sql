-- A submission made up to try an edit on: its figures, and an empty place for every cell at fault.
insert into staging.beside
    (submission_id, area_key, form_code, period_key, indicator_code, measure, value, obs_status,
    unit, factor, step, sheet, cell, line_code, is_subject, value_text, value_as_written,
    blocked_by, is_blocked_hard)
select
    :submission_id,
    area.area_key,
    :form,
    period.period_key,
    laid.indicator_code,
    laid.measure,
    laid.value,
    laid.obs_status,
    coalesce(laid.unit, ''),
    coalesce(laid.factor, 1),
    coalesce(laid.step, 0),
    laid.sheet,
    laid.cell,
    laid.line_code,
    :is_subject,
    laid.value_text,
    coalesce(laid.value_as_written, ''),
    laid.blocked_by,
    laid.blocked_by is not null
from jsonb_to_recordset(:rows::jsonb) as laid (
    indicator_code text, measure text, value numeric, value_text text, obs_status text,
    unit text, factor numeric, step numeric, sheet text, cell text, line_code text,
    value_as_written text, blocked_by text
)
inner join warehouse.dim_area as area on area.area_code = :area
inner join warehouse.dim_period as period on period.period = :period
