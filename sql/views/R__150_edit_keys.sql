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

-- What is counted one by one: written in ones it is exact.
create or replace view staging.counted_indicator as
select indicator_code
from warehouse.dim_indicator
where base_unit in ('人', '人次', '个', '户', '家', '项', '列', '件', '位');
comment on view staging.counted_indicator is 'One row per indicator that is counted one by one.';

-- rounding is how far the true figure may lie from the one written: half a step, and nothing for
-- what is counted one by one. Multiplied, since a division gives twenty decimals to carry along.
create or replace view staging.series as
select
    submission_id,
    indicator_code,
    measure,
    value,
    value_text,
    obs_status,
    value_as_written,
    unit_as_written as unit,
    factor,
    step,
    case
        when factor = 1 and step = 1
            and indicator_code in (select indicator_code from staging.counted_indicator)
            then 0
        else step * 0.5
    end as rounding,
    blocked_by,
    is_blocked_hard,
    sheet,
    cell,
    line_code
from staging.observation
union all
select
    submission_id,
    indicator_code,
    measure,
    value,
    value_text,
    obs_status,
    value_as_written,
    unit,
    factor,
    step,
    case
        when factor = 1 and step = 1
            and indicator_code in (select indicator_code from staging.counted_indicator)
            then 0
        else step * 0.5
    end as rounding,
    blocked_by,
    is_blocked_hard,
    sheet,
    cell,
    line_code
from staging.beside;
comment on view staging.series is
    'One row per submission, indicator and measure that edits may look at: what was read, and what stands beside it.';

-- Which cells an edit looks at: its form, its lines (or * for all), its measures, months and areas,
-- in its validity. What is published is never held again, so only edits from level 2 on see it. A
-- hard edit is kept from a cell by a hard finding only: a doubt must not let a fault through.
create or replace view staging.edit_subject as
select
    scope.edit_id,
    scope.edit_type,
    scope.severity,
    scope.form_code,
    scope.indicator_code,
    scope.measure,
    scope.operands,
    scope.minimum,
    scope.maximum,
    scope.tolerance as declared_tolerance,
    subject.submission_id,
    subject.area_key,
    subject.period_key,
    period.end_month,
    period.previous_key,
    period.last_year_key
from staging.edit_scope as scope
inner join staging.subject as subject
    on subject.form_code = scope.form_code
    and subject.lowest_level <= scope.level
    and (scope.area_keys is null or subject.area_key = any (scope.area_keys))
inner join warehouse.dim_period as period
    on period.period_key = subject.period_key
    and period.ends_on between scope.valid_from and scope.valid_to
    and (scope.months is null or period.end_month = any (scope.months));
comment on view staging.edit_subject is
    'One row per edit, line and measure of its scope, and submission that it looks at.';

create or replace view staging.edit_key as
select
    asked.edit_id,
    asked.edit_type,
    asked.severity,
    asked.operands,
    asked.minimum,
    asked.maximum,
    asked.declared_tolerance,
    asked.submission_id,
    asked.area_key,
    asked.form_code,
    asked.period_key,
    asked.end_month,
    asked.previous_key,
    asked.last_year_key,
    series.indicator_code,
    series.measure,
    series.value,
    series.factor,
    series.step,
    series.rounding,
    series.blocked_by,
    case when series.is_blocked_hard or asked.severity <> 'ERROR' then series.blocked_by end
        as closed_by
from staging.edit_subject as asked
inner join staging.series as series
    on series.submission_id = asked.submission_id
    and series.measure = asked.measure
    and series.indicator_code = asked.indicator_code
where asked.indicator_code <> '*'
union all
select
    asked.edit_id,
    asked.edit_type,
    asked.severity,
    asked.operands,
    asked.minimum,
    asked.maximum,
    asked.declared_tolerance,
    asked.submission_id,
    asked.area_key,
    asked.form_code,
    asked.period_key,
    asked.end_month,
    asked.previous_key,
    asked.last_year_key,
    series.indicator_code,
    series.measure,
    series.value,
    series.factor,
    series.step,
    series.rounding,
    series.blocked_by,
    case when series.is_blocked_hard or asked.severity <> 'ERROR' then series.blocked_by end
        as closed_by
from staging.edit_subject as asked
inner join staging.series as series
    on series.submission_id = asked.submission_id
    and series.measure = asked.measure
where asked.indicator_code = '*';
comment on view staging.edit_key is
    'One row per edit and cell that it looks at; whoever asks for one type of edits reads no other.';
