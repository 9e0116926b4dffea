-- Last year's figure as quoted now is the one that was published last year, unless a figure on the
-- comparable basis stands beside it: then the restatement is declared.
insert into staging.comparison
    (edit_id, submission_id, indicator_code, measure, observed, closed_by, lowest, highest,
    tolerance, blocked_by)
select
    edit_key.edit_id,
    edit_key.submission_id,
    edit_key.indicator_code,
    edit_key.measure,
    edit_key.value,
    edit_key.closed_by,
    case when comparable.value is null then last_year.value else edit_key.value end,
    case when comparable.value is null then last_year.value else edit_key.value end,
    coalesce(edit_key.declared_tolerance, edit_key.rounding),
    -- Whether a restatement is declared cannot be seen in a cell that cannot be read.
    case
        when comparable.value is null
            then coalesce(
                comparable.blocked_by,
                last_year.blocked_by,
                case when last_year.submission_id is null then 'NO_LAST_YEAR' end
            )
    end
from staging.edit_key as edit_key
left join staging.series as comparable
    on comparable.submission_id = edit_key.submission_id
    and comparable.indicator_code = edit_key.indicator_code
    and comparable.measure = 'YTD_LY_COMP'
left join staging.reference as last_year
    on last_year.area_key = edit_key.area_key
    and last_year.form_code = edit_key.form_code
    and last_year.period_key = edit_key.last_year_key
    and last_year.indicator_code = edit_key.indicator_code
    and last_year.measure = 'YTD'
where edit_key.edit_type = 'same_period'
    and edit_key.measure = 'YTD_LY'
