-- The calendar and the forms, for whoever asks the marts over time or for what an indicator stands on.
create or replace view mart.period as
select
    period.period,
    period.frequency,
    period.period_year,
    period.end_month,
    period.starts_on,
    period.ends_on,
    before.period as previous_period,
    last_year.period as last_year_period
from warehouse.dim_period as period
left join warehouse.dim_period as before on before.period_key = period.previous_key
left join warehouse.dim_period as last_year on last_year.period_key = period.last_year_key
where period.period_key <> 0;
comment on view mart.period is
    'One row per month, quarter or year that a figure may be of, with the one before and that of last year.';

create or replace view mart.form as
select
    form.form_code,
    form.form_name,
    form.form_name_en,
    form.frequency,
    form.january_collected,
    form.due_day,
    form.submitted_by,
    form.orientation,
    form.valid_from,
    form.valid_to
from warehouse.dim_form as form
where form.form_key <> 0;
comment on view mart.form is
    'One row per form: who sends it, how often, by when, and how it lies before its reader.';

-- What the report says of the year before, in the wording of the catalogue that a verdict was given by.
create or replace view mart.progress_base as
select
    progress.target_id,
    area.area_code,
    period.period,
    progress.publication_id,
    actual.actual_id,
    actual.result_year,
    actual.paragraph,
    actual.phrase,
    actual.qualifier,
    actual.is_preliminary,
    actual.value,
    actual.unit,
    actual.value_in_base,
    actual.base_unit
from warehouse.fact_target_progress as progress
inner join warehouse.dim_target as target on target.target_key = progress.target_key
inner join warehouse.dim_actual as actual
    on actual.target_id = target.target_id
    and actual.catalogue_version = target.catalogue_version
inner join warehouse.dim_area as area on area.area_key = progress.area_key
inner join warehouse.dim_period as period on period.period_key = progress.period_key;
comment on view mart.progress_base is
    'One row per verdict whose target starts from a result that the report gives of last year: that result, with its place in the report.';
revoke all on mart.progress_base from ${responder};

-- The scorecard asks for one period, and need not read the verdicts of all.
create or replace function mart.target_progress_as_known(as_known timestamptz, asked_period text)
returns setof mart.target_progress
language plpgsql
stable
security definer
set search_path = pg_catalog
as $$
declare
    known mart.target_progress;
begin
    perform mart.refuse_future(as_known);
    for known in
        select *
        from mart.target_progress_vintage as vintage
        where vintage.period = asked_period
            and vintage.recorded_at <= as_known
            and (vintage.superseded_at is null or vintage.superseded_at > as_known)
    loop
        known.superseded_at := null;
        return next known;
    end loop;
end
$$;
comment on function mart.target_progress_as_known(timestamptz, text) is
    'One row per target and area as known at the moment given, of one period: the last publication judged at or before it.';
revoke all on function mart.target_progress_as_known(timestamptz, text) from public, ${responder};
grant execute on function mart.target_progress_as_known(timestamptz, text) to ${reader}, ${loader};

create or replace view mart.indicator_threshold as
select
    threshold.form_version,
    seed.version is not null as is_current,
    threshold.indicator_code,
    nullif(threshold.valid_from, '-infinity') as valid_from,
    nullif(threshold.valid_to, 'infinity') as valid_to,
    threshold.threshold_zh,
    threshold.threshold_en,
    threshold.source,
    threshold.note,
    threshold.recorded_at
from warehouse.dim_indicator_threshold_version as threshold
left join ops.seed_version as seed
    on seed.seed = 'forms'
    and seed.version = threshold.form_version;
comment on view mart.indicator_threshold is
    'One row per version of the form seeds, indicator and span of days: from what size on units counted then.';

create or replace view mart.area_change as
select
    change.form_version,
    seed.version is not null as is_current,
    change.former_code,
    change.former_name,
    change.area_code,
    nullif(change.valid_from, '-infinity') as valid_from,
    nullif(change.valid_to, 'infinity') as valid_to,
    change.note,
    change.recorded_at
from warehouse.dim_area_change_version as change
left join ops.seed_version as seed
    on seed.seed = 'forms'
    and seed.version = change.form_version;
comment on view mart.area_change is
    'One row per version of the form seeds and code that an area had before: figures of then stand under its present code.';

create or replace view mart.section_version as
select
    section.catalogue_version,
    section.section,
    section.title_zh,
    section.title_en
from warehouse.dim_section_version as section;
comment on view mart.section_version is
    'One row per version of the catalogue and section of the report that has targets: what it is called.';
revoke all on mart.section_version from ${responder};

-- A figure and that of a year before are of the same units only while the threshold is the same.
create or replace view mart.threshold_break as
select
    figure.area_code,
    figure.area_name,
    figure.indicator_code,
    figure.indicator_name,
    figure.form_code,
    figure.period,
    figure.measure,
    figure.value,
    figure.base_unit,
    period.last_year_period,
    before.value as last_year_value,
    now_threshold.valid_from as changed_on,
    now_threshold.threshold_zh,
    then_threshold.threshold_zh as threshold_before_zh,
    now_threshold.threshold_en,
    then_threshold.threshold_en as threshold_before_en,
    comparable.value as comparable_value,
    comparable.value is not null as is_comparable
from mart.observation as figure
inner join mart.period as period on period.period = figure.period
inner join mart.indicator_threshold as now_threshold
    on now_threshold.is_current
    and now_threshold.indicator_code = figure.indicator_code
    and period.ends_on between coalesce(now_threshold.valid_from, period.ends_on)
        and coalesce(now_threshold.valid_to, period.ends_on)
inner join mart.indicator_threshold as then_threshold
    on then_threshold.is_current
    and then_threshold.indicator_code = figure.indicator_code
    and then_threshold.valid_from is distinct from now_threshold.valid_from
    and period.ends_on - interval '1 year'
        between coalesce(then_threshold.valid_from, date '1900-01-01')
        and coalesce(then_threshold.valid_to, period.ends_on)
left join mart.observation as before
    on before.area_code = figure.area_code
    and before.indicator_code = figure.indicator_code
    and before.form_code = figure.form_code
    and before.measure = figure.measure
    and before.period = period.last_year_period
left join mart.observation as comparable
    on comparable.area_code = figure.area_code
    and comparable.indicator_code = figure.indicator_code
    and comparable.form_code = figure.form_code
    and comparable.measure = 'YTD_LY_COMP'
    and comparable.period = figure.period
where figure.measure in ('MONTH', 'YTD', 'QUARTER', 'YEAR', 'END');
comment on view mart.threshold_break is
    'One row per figure whose year before was collected from another threshold on: comparable with it only where a figure on the comparable basis stands beside.';
