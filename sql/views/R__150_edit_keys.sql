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

-- Which cells an edit looks at: its form, its lines (or * for all), its measures, in its validity.
-- Level 0 and 1 edits look at what is not published yet; what is published is never held again.
create or replace view staging.edit_key as
select
    edit.edit_id,
    edit.edit_type,
    edit.operands,
    edit.minimum,
    edit.maximum,
    edit.tolerance as declared_tolerance,
    subject.area_key,
    subject.period_key,
    period.end_month,
    period.previous_key,
    period.last_year_key,
    series.submission_id,
    series.form_code,
    series.indicator_code,
    series.measure,
    series.value,
    series.obs_status,
    series.unit,
    series.factor,
    series.step,
    series.sheet,
    series.cell,
    series.line_code,
    series.indicator_code || '/' || series.measure as finding_key,
    blocked.code as key_blocked_by
from warehouse.dim_edit as edit
cross join lateral regexp_split_to_table(edit.measure, '\|') as measured (measure)
inner join staging.subject as subject
    on subject.form_code = edit.form_code
    and (edit.level > 1 or subject.state <> 'PUBLISHED')
inner join warehouse.dim_period as period
    on period.period_key = subject.period_key
    and period.ends_on >= coalesce(edit.valid_from, period.ends_on)
    and period.ends_on <= coalesce(edit.valid_to, period.ends_on)
inner join staging.series as series
    on series.submission_id = subject.submission_id
    and series.measure = measured.measure
    and (edit.indicator_code = '*' or series.indicator_code = edit.indicator_code)
left join staging.blocked_cell as blocked
    on blocked.submission_id = series.submission_id
    and blocked.indicator_code = series.indicator_code
    and blocked.measure = series.measure
where edit.is_current;
comment on view staging.edit_key is
    'One row per edit and cell under check that the edit looks at.';
