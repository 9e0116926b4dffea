create or replace view warehouse.dim_submission as
select
    submission.submission_id,
    submission.file_name,
    submission.file_sha256,
    submission.area_key,
    submission.form_key,
    submission.period_key,
    submission.version,
    submission.state,
    submission.reason_code,
    submission.received_at,
    submission.published_at,
    submission.frame
from ops.submission as submission;
comment on view warehouse.dim_submission is
    'One row per file taken in, as facts refer to it; the frame holds signers and stays out of marts.';

create or replace view warehouse.fact_submission as
select
    submission.submission_id,
    submission.area_key,
    submission.form_key,
    submission.period_key,
    submission.state,
    submission.received_at,
    submission.published_at,
    count(*) filter (where finding.severity = 'ERROR') as errors,
    count(*) filter (where finding.severity = 'WARNING') as warnings,
    count(*) filter (where finding.severity = 'INFORMATION') as informations
from ops.submission as submission
left join warehouse.fact_finding as finding
    on finding.submission_id = submission.submission_id
    and finding.state <> 'FIXED'
group by submission.submission_id;
comment on view warehouse.fact_submission is
    'One row per submission: its milestones and how many findings of each severity it has.';

-- Quarters are put on their last month, so that months and quarters can be judged together.
create or replace view warehouse.current_figure as
select
    area.area_key,
    area.area_code = '150000' as is_region,
    indicator.indicator_key,
    indicator.indicator_code,
    form.form_code,
    period.period_year,
    period.end_month,
    fact.measure,
    fact.value,
    fact.value_text,
    fact.obs_status,
    fact.publication_id
from warehouse.fact_observation as fact
inner join warehouse.dim_area as area on area.area_key = fact.area_key
inner join warehouse.dim_indicator as indicator
    on indicator.indicator_key = fact.indicator_key
inner join warehouse.dim_form as form on form.form_key = fact.form_key
inner join warehouse.dim_period as period on period.period_key = fact.period_key
where fact.superseded_by is null
    and (
        area.area_code = '150000'
        or form.form_code = coalesce(indicator.authoritative_form, form.form_code)
    );
comment on view warehouse.current_figure is
    'One row per area, indicator, measure and month with the current figure that judging may use: the authoritative form only.';

-- How many areas have answered for an indicator: the form is published, and the figure is not one
-- that exists but was not given. Leaving an optional line blank is an answer: there is none of it.
create or replace view warehouse.area_answer as
select
    indicator.indicator_code,
    period.period_year,
    period.end_month,
    submission.area_key
from ops.submission as submission
inner join warehouse.dim_form as form on form.form_key = submission.form_key
inner join warehouse.dim_period as period on period.period_key = submission.period_key
inner join warehouse.dim_area as area
    on area.area_key = submission.area_key
    and area.kind in ('league', 'city')
inner join warehouse.dim_indicator as indicator
    on indicator.authoritative_form = form.form_code
where submission.state = 'PUBLISHED'
    and not exists (
        select 1
        from warehouse.fact_observation as fact
        where fact.period_year = period.period_year
            and fact.area_key = submission.area_key
            and fact.indicator_key = indicator.indicator_key
            and fact.period_key = submission.period_key
            and fact.form_key = submission.form_key
            and fact.superseded_by is null
            and fact.obs_status in ('L', 'O', 'Q')
            and fact.measure in ('YTD', 'END')
    );
comment on view warehouse.area_answer is
    'One row per indicator, month and area that has answered for it on the authoritative form.';

create or replace view warehouse.regional_figure as
with
answers as (
    select indicator_code, period_year, end_month, count(*) as areas_have
    from warehouse.area_answer
    group by indicator_code, period_year, end_month
),

figures as (
    select
        indicator_code,
        period_year,
        end_month,
        measure,
        max(value) filter (where is_region) as published,
        sum(value) filter (where not is_region) as areas_sum
    from warehouse.current_figure
    group by indicator_code, period_year, end_month, measure
)

select
    figures.indicator_code,
    figures.period_year,
    figures.end_month,
    figures.measure,
    figures.published,
    figures.areas_sum,
    coalesce(answers.areas_have, 0)::integer as areas_have,
    (select count(*) from warehouse.dim_area where kind in ('league', 'city'))::integer
        as areas_want
from figures
left join answers
    on answers.indicator_code = figures.indicator_code
    and answers.period_year = figures.period_year
    and answers.end_month = figures.end_month;
comment on view warehouse.regional_figure is
    'One row per indicator, measure and month: the region''s own published figure, the sum of the areas, and how many areas the sum covers.';
