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
