-- Why a cell has no figure: the hard finding that reading made there. One about a whole line, as of
-- an unknown unit, stands for every cell of the line that gave none.
create or replace view staging.blocked_cell as
select
    reading_finding.submission_id,
    reading_finding.indicator_code,
    of_line.measure,
    min(reading_finding.code) as code
from staging.reading_finding as reading_finding
inner join warehouse.dim_finding as finding
    on finding.code = reading_finding.code
    and finding.severity = 'ERROR'
cross join lateral unnest(
    case
        when reading_finding.measure is null
            then array['MONTH', 'YTD', 'YTD_LY', 'YTD_LY_COMP', 'YOY_MONTH', 'YOY_YTD', 'MOM',
                'QUARTER', 'YEAR', 'END', 'STAGE']
        else array[reading_finding.measure]
    end
) as of_line (measure)
where reading_finding.indicator_code is not null
    and not exists (
        select 1
        from staging.observation as observation
        where observation.submission_id = reading_finding.submission_id
            and observation.indicator_code = reading_finding.indicator_code
            and observation.measure = of_line.measure
    )
group by
    reading_finding.submission_id,
    reading_finding.indicator_code,
    of_line.measure;
comment on view staging.blocked_cell is
    'One row per submission, indicator and measure whose cell reading found at fault.';

-- How far the true figure may lie from the one written: half a step; what is counted one by one and
-- written in ones is exact. Multiplied, since a division gives twenty decimals to carry along.
create or replace function warehouse.rounding(base_unit text, factor numeric, step numeric)
returns numeric
language sql
immutable
as $$
    select case
        when factor = 1 and step = 1
            and base_unit in ('人', '人次', '个', '户', '家', '项', '列', '件', '位')
            then 0
        else step * 0.5
    end
$$;

-- Which cells an edit looks at: its form, its lines (or * for all), its measures, months and areas,
-- in its validity. What is published is never held again, so only edits from level 2 on see it. A
-- hard edit is kept from a cell by a hard finding only: a doubt must not let a fault through.
create or replace view staging.edit_key as
select
    cells.edit_id,
    cells.edit_type,
    cells.severity,
    cells.operands,
    cells.minimum,
    cells.maximum,
    cells.declared_tolerance,
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
    cells.blocked_by,
    cells.closed_by
from (
    select
        scope.edit_id,
        scope.edit_type,
        scope.level,
        scope.severity,
        scope.operands,
        scope.minimum,
        scope.maximum,
        scope.tolerance as declared_tolerance,
        scope.valid_from,
        scope.valid_to,
        scope.area_keys,
        scope.months,
        series.submission_id,
        series.form_code,
        series.indicator_code,
        series.measure,
        series.value,
        series.factor,
        series.step,
        series.rounding,
        series.blocked_by,
        case when series.is_blocked_hard or scope.severity <> 'ERROR' then series.blocked_by end
            as closed_by
    from staging.edit_scope as scope
    inner join staging.series as series
        on series.form_code = scope.form_code
        and series.indicator_code = scope.indicator_code
        and series.measure = scope.measure
    where scope.indicator_code <> '*'
    union all
    select
        scope.edit_id,
        scope.edit_type,
        scope.level,
        scope.severity,
        scope.operands,
        scope.minimum,
        scope.maximum,
        scope.tolerance as declared_tolerance,
        scope.valid_from,
        scope.valid_to,
        scope.area_keys,
        scope.months,
        series.submission_id,
        series.form_code,
        series.indicator_code,
        series.measure,
        series.value,
        series.factor,
        series.step,
        series.rounding,
        series.blocked_by,
        case when series.is_blocked_hard or scope.severity <> 'ERROR' then series.blocked_by end
            as closed_by
    from staging.edit_scope as scope
    inner join staging.series as series
        on series.form_code = scope.form_code
        and series.measure = scope.measure
    where scope.indicator_code = '*'
) as cells
inner join staging.subject as subject
    on subject.submission_id = cells.submission_id
    and subject.lowest_level <= cells.level
    and (cells.area_keys is null or subject.area_key = any (cells.area_keys))
inner join warehouse.dim_period as period
    on period.period_key = subject.period_key
    and period.ends_on between cells.valid_from and cells.valid_to
    and (cells.months is null or period.end_month = any (cells.months));
comment on view staging.edit_key is
    'One row per edit and cell that it looks at; whoever asks for one type of edits reads no other.';

create or replace view staging.edit_evaluation as
with
reasoned as (
    select
        comparison.*,
        coalesce(
            comparison.closed_by,
            comparison.blocked_by,
            case
                when comparison.holds is null
                    and (
                        comparison.observed is null
                        or coalesce(comparison.lowest, comparison.highest) is null
                    )
                    then 'NO_VALUE'
            end
        ) as reason
    from staging.comparison as comparison
)

select
    edit_id,
    submission_id,
    indicator_code,
    measure,
    case
        when reason is not null then 'not_checkable'
        when not holds
            or (
                holds is null
                and (
                    observed < lowest - coalesce(tolerance, 0)
                    or observed > highest + coalesce(tolerance, 0)
                )
            )
            then 'failed'
        else 'passed'
    end as outcome,
    reason as blocked_by,
    observed,
    coalesce(
        expected,
        case when observed < lowest then lowest else coalesce(highest, lowest) end
    ) as expected,
    tolerance,
    line_code,
    unit,
    factor,
    detail,
    observed_text,
    expected_text
from reasoned;
comment on view staging.edit_evaluation is
    'One row per edit, submission and cell that the edits under way looked at, with its outcome.';
