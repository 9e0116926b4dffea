-- How figures were revised: of a series, every value that it ever had, what it was called for, and
-- what brought it. A prior-year value that this year's form states (上年同期) is a vintage of last
-- year's cumulative too: restated as published, or on the comparable basis (同口径).

create or replace view mart.revision as
with
stated as (
    select
        vintage.area_code,
        vintage.area_name,
        vintage.indicator_code,
        vintage.indicator_name,
        vintage.form_code,
        vintage.period,
        vintage.measure,
        'REPORTED' as basis,
        vintage.value,
        vintage.base_unit,
        vintage.submission_id,
        vintage.publication_id,
        vintage.recorded_at,
        vintage.superseded_at,
        vintage.file_name,
        vintage.file_sha256,
        vintage.sheet,
        vintage.cell
    from mart.observation_vintage as vintage
    where vintage.value is not null
        and vintage.measure not in ('YTD_LY', 'YTD_LY_COMP')
    union all
    select
        vintage.area_code,
        vintage.area_name,
        vintage.indicator_code,
        vintage.indicator_name,
        vintage.form_code,
        before.period,
        'YTD',
        case vintage.measure when 'YTD_LY' then 'RESTATED' else 'COMPARABLE' end,
        vintage.value,
        vintage.base_unit,
        vintage.submission_id,
        vintage.publication_id,
        vintage.recorded_at,
        vintage.superseded_at,
        vintage.file_name,
        vintage.file_sha256,
        vintage.sheet,
        vintage.cell
    from mart.observation_vintage as vintage
    inner join warehouse.dim_period as period on period.period = vintage.period
    inner join warehouse.dim_period as before on before.period_key = period.last_year_key
    where vintage.value is not null
        and vintage.measure in ('YTD_LY', 'YTD_LY_COMP')
),

ordered as (
    select
        stated.*,
        row_number() over series as vintage,
        lag(stated.value) over series as previous_value,
        first_value(stated.value) over series as first_value
    from stated
    window series as (
        partition by stated.area_code, stated.indicator_code, stated.form_code, stated.period,
            stated.measure
        order by stated.publication_id, stated.basis desc, stated.submission_id
    )
)

select
    ordered.area_code,
    ordered.area_name,
    ordered.indicator_code,
    ordered.indicator_name,
    ordered.form_code,
    ordered.period,
    ordered.measure,
    ordered.vintage,
    ordered.basis,
    ordered.value,
    ordered.previous_value,
    ordered.first_value,
    ordered.base_unit,
    ordered.value - ordered.previous_value as revision,
    round(100 * (ordered.value - ordered.previous_value) / nullif(abs(ordered.previous_value), 0), 4)
        as revision_percent,
    case
        when ordered.previous_value is null then 'FIRST'
        when ordered.value > ordered.previous_value then 'UP'
        when ordered.value < ordered.previous_value then 'DOWN'
        else 'SAME'
    end as direction,
    case ordered.basis
        when 'RESTATED' then '本年报表所列上年同期数（公布）'
        when 'COMPARABLE' then '本年报表所列上年同期数（同口径）'
        else nullif(submission.frame ->> 'correction_reason', '')
    end as reason,
    ordered.file_name as document,
    ordered.file_sha256,
    ordered.sheet,
    ordered.cell,
    ordered.submission_id,
    submission.version,
    ordered.publication_id,
    ordered.recorded_at,
    ordered.superseded_at
from ordered
inner join ops.submission as submission on submission.submission_id = ordered.submission_id;
comment on view mart.revision is
    'One row per series and value that it was ever given, the first one too: the revision triangle with size, direction, reason and document.';

create or replace view mart.typical_revision as
select
    revision.indicator_code,
    revision.measure,
    revision.basis,
    count(*) as revisions,
    count(*) filter (where revision.direction <> 'SAME') as changes,
    round(avg(revision.revision), 6) as mean_revision,
    round(avg(abs(revision.revision)), 6) as mean_absolute_revision,
    round(percentile_cont(0.5) within group (order by abs(revision.revision))::numeric, 6)
        as median_absolute_revision,
    round(percentile_cont(0.5) within group (order by abs(revision.revision_percent))::numeric, 4)
        as median_absolute_percent,
    max(abs(revision.revision)) as largest_revision
from mart.revision as revision
where revision.direction <> 'FIRST'
group by revision.indicator_code, revision.measure, revision.basis;
comment on view mart.typical_revision is
    'One row per indicator, measure and basis that was revised: how far a new value usually is from the one before; the noise a verdict may stand in.';

create or replace view mart.measure as
select
    measure.measure,
    measure.measure_name,
    measure.measure_name_en,
    measure.additivity,
    measure.additivity in ('flow', 'cumulative', 'stock') as adds_over_areas,
    measure.additivity = 'flow' as adds_over_time
from warehouse.dim_measure as measure;
comment on view mart.measure is
    'One row per measure: whether its figures may be added up over areas and over time.';

create or replace view mart.area_version as
select
    version.form_version,
    version.area_code,
    version.area_name,
    version.area_name_en,
    version.kind,
    version.valid_from,
    version.valid_to,
    version.recorded_at
from warehouse.dim_area_version as version
where version.area_key <> 0;
comment on view mart.area_version is
    'One row per version of the form seeds and area: what it was called in publications made with that version.';

create or replace view mart.indicator_version as
select
    version.form_version,
    version.indicator_code,
    version.indicator_name,
    version.indicator_name_en,
    version.base_unit,
    version.nature,
    version.regional_figure,
    version.authoritative_form,
    version.numerator,
    version.denominator,
    version.recorded_at
from warehouse.dim_indicator_version as version
where version.indicator_key <> 0;
comment on view mart.indicator_version is
    'One row per version of the form seeds and indicator: its name, unit and nature in publications made with that version.';

-- What exchange formats need of a figure: codes instead of Chinese words.
create or replace view mart.exchange as
select
    case period.frequency when 'MONTH' then 'M' when 'QUARTER' then 'Q' else 'A' end as freq,
    vintage.area_code as ref_area,
    vintage.indicator_code as indicator,
    vintage.measure as measure_type,
    vintage.form_code as form,
    vintage.period as time_period,
    vintage.value as obs_value,
    vintage.obs_status,
    unit.unit_code as unit_measure,
    '0' as unit_mult,
    vintage.value_text as obs_text,
    vintage.recorded_at,
    vintage.superseded_at
from mart.observation_vintage as vintage
inner join warehouse.dim_period as period on period.period = vintage.period
left join warehouse.dim_base_unit as unit
    on unit.base_unit = case
        when vintage.measure in ('YOY_MONTH', 'YOY_YTD', 'MOM') then '%'
        else vintage.base_unit
    end;
comment on view mart.exchange is
    'One row per figure that ever held, in the codes of the SDMX structure that `mengshi export sdmx` writes.';

create or replace view mart.exchange_code as
select 'CL_AREA' as codelist, area.area_code as code, area.area_name as name_zh,
    area.area_name_en as name_en
from warehouse.dim_area as area
where area.area_key <> 0
union all
select 'CL_INDICATOR', indicator.indicator_code, indicator.indicator_name,
    indicator.indicator_name_en
from warehouse.dim_indicator as indicator
where indicator.indicator_key <> 0
union all
select 'CL_FORM', form.form_code, form.form_name, form.form_name_en
from warehouse.dim_form as form
where form.form_key <> 0
union all
select 'CL_MEASURE_TYPE', measure.measure, measure.measure_name, measure.measure_name_en
from warehouse.dim_measure as measure
union all
select 'CL_UNIT_MEASURE', unit.unit_code, unit.base_unit, unit.unit_name_en
from warehouse.dim_base_unit as unit
union all
select fixed.codelist, fixed.code, fixed.name_zh, fixed.name_en
from (
    values
        ('CL_FREQ', 'A', '年', 'Annual'),
        ('CL_FREQ', 'Q', '季', 'Quarterly'),
        ('CL_FREQ', 'M', '月', 'Monthly'),
        ('CL_OBS_STATUS', 'A', '正常值', 'Normal value'),
        ('CL_OBS_STATUS', 'M', '缺失：不可能有数', 'Missing value; data cannot exist'),
        ('CL_OBS_STATUS', 'L', '缺失：有数未收集', 'Missing value; data exist but were not collected'),
        ('CL_OBS_STATUS', 'O', '缺失', 'Missing value'),
        ('CL_OBS_STATUS', 'N', '不足最小单位', 'Not significant'),
        ('CL_OBS_STATUS', 'Q', '缺失：保密', 'Missing value; suppressed'),
        ('CL_UNIT_MULT', '0', '个位', 'Units'),
        ('CL_UNIT_MULT', '3', '千', 'Thousands'),
        ('CL_UNIT_MULT', '4', '万', 'Tens of thousands'),
        ('CL_UNIT_MULT', '6', '百万', 'Millions'),
        ('CL_UNIT_MULT', '8', '亿', 'Hundreds of millions')
) as fixed (codelist, code, name_zh, name_en);
comment on view mart.exchange_code is
    'One row per codelist and code that exchanged figures may use, with its Chinese and English name.';

-- Targets are no business of those who answer submitters, and revisions are not either.
revoke all on mart.revision, mart.typical_revision from ${responder};
