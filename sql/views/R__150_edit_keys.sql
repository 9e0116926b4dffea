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
-- written in ones is exact.
create or replace function warehouse.rounding(base_unit text, factor numeric, step numeric)
returns numeric
language sql
immutable
as $$
    select case
        when factor = 1 and step = 1
            and base_unit in ('人', '人次', '个', '户', '家', '项', '列', '件', '位')
            then 0
        else step / 2
    end
$$;

-- A hard edit is kept from a cell by a hard finding only: a doubt must not let a fault through.
create or replace view staging.edit_evaluation as
with
measured as (
    select
        comparison.*,
        series.value,
        series.sheet,
        series.cell,
        coalesce(series.line_code, comparison.line_code) as of_line,
        coalesce(nullif(series.unit, ''), comparison.unit) as in_unit,
        coalesce(series.factor, comparison.factor) as times,
        coalesce(
            case
                when series.is_blocked_hard or edit.severity <> 'ERROR' then series.blocked_by
            end,
            comparison.blocked_by,
            case
                when comparison.holds is null
                    and (
                        series.value is null
                        or coalesce(comparison.lowest, comparison.highest) is null
                    )
                    then 'NO_VALUE'
            end
        ) as reason
    from staging.comparison as comparison
    inner join warehouse.dim_edit as edit on edit.edit_id = comparison.edit_id
    left join staging.series as series
        on series.submission_id = comparison.submission_id
        and series.indicator_code = comparison.indicator_code
        and series.measure = comparison.measure
),

judged as (
    select
        measured.*,
        coalesce(
            holds,
            value >= coalesce(lowest, value) - coalesce(tolerance, 0)
            and value <= coalesce(highest, value) + coalesce(tolerance, 0)
        ) as is_kept
    from measured
)

select
    edit_id,
    submission_id,
    case when indicator_code = '' then detail else indicator_code || '/' || measure end
        as finding_key,
    case
        when reason is not null then 'not_checkable'
        when is_kept then 'passed'
        else 'failed'
    end as outcome,
    reason as blocked_by,
    nullif(sheet, '') as sheet,
    nullif(cell, '') as cell,
    of_line as line_code,
    nullif(indicator_code, '') as indicator_code,
    nullif(measure, '') as measure,
    value as observed,
    coalesce(expected, case when value < lowest then lowest else coalesce(highest, lowest) end)
        as expected,
    tolerance,
    in_unit as unit,
    times as factor,
    detail,
    observed_text,
    expected_text
from judged;
comment on view staging.edit_evaluation is
    'One row per edit, submission and cell that the edits under way looked at, with its outcome.';
