-- Last year's figure as quoted now is the one that was published last year, or a restatement that
-- is declared: the same figure stands beside it on the comparable basis.
select
    edit_key.edit_id,
    edit_key.submission_id,
    edit_key.indicator_code,
    edit_key.measure,
    edit_key.value as observed,
    edit_key.closed_by,
    case when restatement.is_declared then edit_key.value else last_year.value end as lowest,
    case when restatement.is_declared then edit_key.value else last_year.value end as highest,
    coalesce(edit_key.declared_tolerance, edit_key.rounding) as tolerance,
    -- Whether a restatement is declared cannot be seen in a cell that cannot be read.
    case
        when not restatement.is_declared
            then coalesce(
                comparable.blocked_by,
                last_year.blocked_by,
                case when last_year.submission_id is null then 'NO_LAST_YEAR' end
            )
    end as blocked_by
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
cross join lateral (
    select
        coalesce(
            abs(edit_key.value - comparable.value)
            <= coalesce(edit_key.declared_tolerance, edit_key.rounding),
            false
        ) as is_declared
) as restatement
where edit_key.edit_type = 'same_period'
    and edit_key.measure = 'YTD_LY'
