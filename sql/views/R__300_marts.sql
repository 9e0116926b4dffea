-- A vintage is a figure, finding or verdict as it was known from one moment until another. The views
-- of what holds now and the functions of what held then read the same vintages.

create or replace function mart.refuse_future(as_known timestamptz)
returns void
language plpgsql
stable
set search_path = pg_catalog
as $$
begin
    if as_known > clock_timestamp() then
        raise exception 'as known at %: that moment has not come yet', as_known
            using errcode = 'invalid_parameter_value';
    end if;
end
$$;
comment on function mart.refuse_future(timestamptz) is
    'Refuses a moment that lies ahead: nobody knows yet what will be known then.';

create or replace view mart.observation_vintage as
select
    area.area_code,
    area.area_name,
    indicator.indicator_code,
    indicator.indicator_name,
    period.period,
    fact.measure,
    fact.value,
    fact.value_text,
    indicator.base_unit,
    fact.value_as_written,
    fact.unit_as_written,
    fact.obs_status,
    form.form_code,
    submission.file_name,
    submission.file_sha256,
    fact.sheet,
    fact.cell,
    publication.facts_closed_at as recorded_at,
    fact.publication_id,
    fact.submission_id,
    later.facts_closed_at as superseded_at,
    case
        when measure.additivity in ('rate', 'stage')
            or indicator.nature in ('flow', 'stock')
            then measure.additivity
        else indicator.nature
    end as additivity,
    submission.version,
    nullif(submission.frame ->> 'correction_reason', '') as correction_reason
from warehouse.fact_observation as fact
inner join ops.publication as publication
    on publication.publication_id = fact.publication_id
    and publication.facts_closed_at is not null
left join ops.publication as later
    on later.publication_id = fact.superseded_by
    and later.facts_closed_at is not null
inner join warehouse.dim_area as area on area.area_key = fact.area_key
inner join warehouse.dim_indicator as indicator
    on indicator.indicator_key = fact.indicator_key
inner join warehouse.dim_measure as measure on measure.measure = fact.measure
inner join warehouse.dim_period as period
    on period.period_key = fact.period_key
    and period.period_year = fact.period_year
inner join warehouse.dim_form as form on form.form_key = fact.form_key
inner join ops.submission as submission on submission.submission_id = fact.submission_id;
comment on view mart.observation_vintage is
    'One row per area, indicator, period, measure, form and publication: every figure that ever held, with the cell it comes from.';

create or replace view mart.observation as
select *
from mart.observation_vintage
where superseded_at is null;
comment on view mart.observation is
    'One row per area, indicator, period, measure and form: the figure as last published, with the cell it comes from.';

create or replace function mart.observation_as_known(as_known timestamptz)
returns setof mart.observation
language plpgsql
stable
security definer
set search_path = pg_catalog
as $$
declare
    known mart.observation;
begin
    perform mart.refuse_future(as_known);
    for known in
        select *
        from mart.observation_vintage as vintage
        where vintage.recorded_at <= as_known
            and (vintage.superseded_at is null or vintage.superseded_at > as_known)
    loop
        -- That it would be replaced was not known.
        known.superseded_at := null;
        return next known;
    end loop;
end
$$;
comment on function mart.observation_as_known(timestamptz) is
    'One row per figure as known at the moment given: the last publication closed at or before it.';

create or replace view mart.finding_vintage as
select
    finding.finding_id,
    finding.submission_id,
    submission.file_name,
    nullif(area.area_code, '-') as area_code,
    nullif(form.form_code, '-') as form_code,
    nullif(period.period, '-') as period,
    finding.code,
    finding.level,
    finding.severity,
    vintage.state,
    finding.sheet,
    finding.cell,
    nullif(indicator.indicator_code, '-') as indicator_code,
    finding.measure,
    finding.observed,
    finding.expected,
    finding.message_zh,
    finding.message_en,
    finding.found_at,
    finding.advice_zh,
    finding.advice_en,
    finding.edit_id,
    finding.line_code,
    submission.version,
    case when not vintage.is_open then vintage.recorded_at end as closed_at,
    vintage.recorded_at,
    vintage.superseded_at
from warehouse.fact_finding as finding
inner join warehouse.fact_finding_state as vintage
    on vintage.submission_id = finding.submission_id
    and vintage.finding_id = finding.finding_id
inner join ops.submission as submission
    on submission.submission_id = finding.submission_id
inner join warehouse.dim_area as area on area.area_key = submission.area_key
inner join warehouse.dim_form as form on form.form_key = submission.form_key
inner join warehouse.dim_period as period on period.period_key = submission.period_key
inner join warehouse.dim_indicator as indicator
    on indicator.indicator_key = finding.indicator_key;
comment on view mart.finding_vintage is
    'One row per submission, finding and state that it had, with its place in the file and its sentences.';

create or replace view mart.finding as
select *
from mart.finding_vintage
where superseded_at is null;
comment on view mart.finding is
    'One row per submission and finding, with its place in the file and its sentences.';

create or replace function mart.finding_as_known(as_known timestamptz)
returns setof mart.finding
language plpgsql
stable
security definer
set search_path = pg_catalog
as $$
declare
    known mart.finding;
begin
    perform mart.refuse_future(as_known);
    for known in
        select *
        from mart.finding_vintage as vintage
        where vintage.recorded_at <= as_known
            and (vintage.superseded_at is null or vintage.superseded_at > as_known)
    loop
        known.superseded_at := null;
        return next known;
    end loop;
end
$$;
comment on function mart.finding_as_known(timestamptz) is
    'One row per finding that was known at the moment given, in the state it had then.';

create or replace view mart.submission as
select
    submission.submission_id,
    submission.file_name,
    submission.file_sha256,
    nullif(area.area_code, '-') as area_code,
    nullif(form.form_code, '-') as form_code,
    nullif(period.period, '-') as period,
    submission.version,
    submission.state,
    submission.reason_code,
    submission.received_at,
    coalesce(findings.errors, 0) as errors,
    coalesce(findings.warnings, 0) as warnings,
    coalesce(findings.informations, 0) as informations,
    area.area_name,
    submission.received_run as run_id,
    submission.duplicate_of
from ops.submission as submission
inner join warehouse.dim_area as area on area.area_key = submission.area_key
inner join warehouse.dim_form as form on form.form_key = submission.form_key
inner join warehouse.dim_period as period on period.period_key = submission.period_key
left join lateral (
    select
        count(*) filter (where finding.severity = 'ERROR') as errors,
        count(*) filter (where finding.severity = 'WARNING') as warnings,
        count(*) filter (where finding.severity = 'INFORMATION') as informations
    from warehouse.fact_finding as finding
    where finding.submission_id = submission.submission_id
        and finding.state <> 'FIXED'
) as findings on true;
comment on view mart.submission is
    'One row per file taken in, with its state and how many findings of each severity it has.';

create or replace view mart.target_progress_vintage as
select
    progress.target_id,
    target.phrase,
    area.area_code,
    period.period,
    target.indicator_code,
    target.modality,
    coalesce(progress.assigned_value, target.value_in_base) as target_value,
    progress.actual_value,
    target.base_unit,
    progress.completion,
    progress.pace_time,
    progress.pace_profile,
    progress.required_rest,
    progress.verdict,
    progress.verdict_reason,
    progress.coverage,
    progress.judged_at,
    target.section,
    target.indicator_zh,
    target.indicator_en,
    target.kind,
    target.pace,
    target.is_aspiration,
    case
        when progress.assigned_value is null then target.value
        else progress.assigned_value * target.value / nullif(target.value_in_base, 0)
    end as target_value_as_written,
    target.unit as target_unit,
    target.scope_kind,
    target.scope,
    progress.publication_id,
    target.required_stage,
    target.cannot_judge_reason,
    target.note,
    publication.judged_at as recorded_at,
    later.judged_at as superseded_at,
    progress.expected_time,
    progress.expected_profile,
    progress.threshold,
    progress.tolerance,
    progress.source,
    progress.areas_value,
    progress.baseline,
    progress.actual_value - progress.areas_value as sources_gap,
    ending.projected_time,
    ending.projected_profile,
    ending.projected_lowest,
    ending.projected_highest,
    progress.profile_years,
    progress.revision_noise,
    coalesce('REVISION_NOISE' = any (string_to_array(progress.verdict_reason, ';')), false)
        as inside_revision_noise,
    progress.inputs,
    progress.assigned_value is not null as is_assigned,
    target.direction
from warehouse.fact_target_progress as progress
inner join ops.publication as publication
    on publication.publication_id = progress.publication_id
    and publication.judged_at is not null
left join ops.publication as later
    on later.publication_id = progress.superseded_by
    and later.judged_at is not null
inner join warehouse.dim_target as target on target.target_key = progress.target_key
inner join warehouse.dim_area as area on area.area_key = progress.area_key
inner join warehouse.dim_period as period on period.period_key = progress.period_key
-- What the year would come to if it went on so: never a fact, and of a part of the areas none.
left join lateral (
    select
        round(
            case
                when target.kind = 'level' and progress.baseline is not null
                    then progress.baseline + (progress.actual_value - progress.baseline) * 12
                        / period.end_month
                when target.kind = 'volume' then progress.actual_value * 12 / period.end_month
            end,
            2
        ) as projected_time,
        round(
            progress.actual_value * coalesce(progress.assigned_value, target.value_in_base)
                / nullif(progress.expected_profile, 0),
            2
        ) as projected_profile,
        case
            when progress.profile_years > 1
                then round(progress.actual_value / nullif(progress.share_highest, 0), 2)
        end as projected_lowest,
        case
            when progress.profile_years > 1
                then round(progress.actual_value / nullif(progress.share_lowest, 0), 2)
        end as projected_highest
    where period.end_month < 12
        and split_part(coalesce(progress.coverage, ''), '/', 1)
            = split_part(coalesce(progress.coverage, ''), '/', 2)
) as ending on true;
comment on view mart.target_progress_vintage is
    'One row per target, area, period and publication that changed it: every verdict that ever held, with the figures behind it.';

create or replace view mart.target_progress as
select *
from mart.target_progress_vintage
where superseded_at is null;
comment on view mart.target_progress is
    'One row per target, area and period: the verdict last given, with the figures behind it.';

create or replace function mart.target_progress_as_known(as_known timestamptz)
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
        where vintage.recorded_at <= as_known
            and (vintage.superseded_at is null or vintage.superseded_at > as_known)
    loop
        known.superseded_at := null;
        return next known;
    end loop;
end
$$;
comment on function mart.target_progress_as_known(timestamptz) is
    'One row per target, area and period as known at the moment given: the last publication judged at or before it.';

create or replace function mart.due_on(today date)
returns table (
    area_code text,
    area_name text,
    form_code text,
    form_name text,
    period text,
    due_on date,
    days_late integer,
    state text,
    round_open boolean
)
language sql
stable
security definer
set search_path = pg_catalog
as $$
    select
        area.area_code,
        area.area_name,
        form.form_code,
        form.form_name,
        period.period,
        asked.due_on,
        today - asked.due_on,
        coalesce(latest.state, 'MISSING'),
        asked.is_open
    from warehouse.asked_before(today) as asked
    inner join warehouse.dim_area as area on area.area_key = asked.area_key
    inner join warehouse.dim_form as form on form.form_key = asked.form_key
    inner join warehouse.dim_period as period on period.period_key = asked.period_key
    left join lateral (
        select submission.state
        from ops.submission as submission
        where submission.area_key = asked.area_key
            and submission.form_key = asked.form_key
            and submission.period_key = asked.period_key
            and submission.version is not null
        order by submission.version desc
        limit 1
    ) as latest on true
    where coalesce(latest.state, 'MISSING') in ('MISSING', 'HELD')
    order by asked.due_on, area.area_code, form.form_code
$$;
comment on function mart.due_on(date) is
    'One row per area, form and period whose due day has passed and of which nothing is published.';

create or replace view mart.due_submission as
select *
from mart.due_on((clock_timestamp() at time zone 'Asia/Shanghai')::date);
comment on view mart.due_submission is
    'One row per area, form and period that is owed today: nothing came, or what came is held.';

create or replace view mart.run as
select
    run.run_id,
    run.job,
    run.status,
    run.started_at,
    run.ended_at,
    run.started_by,
    run.attempts,
    run.parameters,
    run.failure,
    run.program_version,
    run.form_version,
    run.rule_book_version,
    run.catalogue_version,
    (
        select count(*)
        from ops.arrival as arrival
        where arrival.run_id = run.run_id
    ) as arrived,
    (
        select count(*)
        from ops.run_item as item
        where item.run_id = run.run_id
    ) as taken,
    publication.publication_id,
    publication.facts_closed_at,
    publication.judged_at
from ops.run as run
left join ops.publication as publication on publication.run_id = run.run_id;
comment on view mart.run is 'One row per run of a job, over all its attempts.';


create or replace view mart.run_submission as
select
    taken.run_id,
    submission.submission_id,
    submission.file_name,
    submission.area_code,
    submission.area_name,
    submission.form_code,
    submission.period,
    submission.version,
    submission.state,
    submission.reason_code,
    submission.errors,
    submission.warnings,
    submission.informations,
    taken.is_new
from (
    select arrival.run_id, arrival.submission_id, true as is_new
    from ops.arrival as arrival
    union all
    select item.run_id, item.submission_id, false
    from ops.run_item as item
    where not exists (
        select 1
        from ops.arrival as arrival
        where arrival.run_id = item.run_id
            and arrival.submission_id = item.submission_id
    )
) as taken
inner join mart.submission as submission
    on submission.submission_id = taken.submission_id;
comment on view mart.run_submission is
    'One row per run and submission that came in it or was taken up again by it, with the state it has now.';

create or replace view mart.area as
select area.area_code, area.area_name, area.area_name_en, area.kind, area.parent_code
from warehouse.dim_area as area
where area.area_key <> 0;
comment on view mart.area is 'One row per reference area: the region and its leagues and cities.';

create or replace view mart.edit as
select
    edit.edit_id,
    edit.edit_type,
    edit.level,
    edit.severity,
    edit.form_code,
    edit.indicator_code,
    edit.measure,
    edit.operands,
    edit.minimum,
    edit.maximum,
    edit.tolerance,
    edit.valid_from,
    edit.valid_to,
    edit.owner,
    edit.reason,
    edit.text_zh,
    edit.text_en,
    edit.is_current,
    edit.finding_code
from warehouse.dim_edit as edit;
comment on view mart.edit is
    'One row per edit of the rule book, with who owns it and why it is there.';

create or replace view mart.answer as
select
    answer.answer_id,
    answer.finding_id,
    answer.submission_id,
    submission.file_name,
    submission.version,
    answer.kind,
    answer.text,
    -- Who signed a submission is kept, and not shown.
    case when answer.given_in is null then answer.given_by else area.area_name end as given_by,
    answer.given_at,
    answer.given_in
from ops.answer as answer
inner join ops.submission as submission
    on submission.submission_id = answer.submission_id
inner join warehouse.dim_area as area on area.area_key = submission.area_key;
comment on view mart.answer is
    'One row per answer given to a finding of a submission: an explanation, or a waiver with its reason.';
-- It names people of the bureau; what goes back to a submitter does not.
revoke all on mart.answer from ${responder};

create or replace view mart.publication as
select
    publication.publication_id,
    publication.run_id,
    publication.facts_closed_at,
    publication.judged_at,
    publication.form_version,
    publication.rule_book_version,
    publication.catalogue_version
from ops.publication as publication
where publication.facts_closed_at is not null;
comment on view mart.publication is
    'One row per publication whose facts are closed, with the versions of the seeds it was made with.';

create or replace view mart.indicator as
select
    indicator.indicator_code,
    indicator.indicator_name,
    indicator.indicator_name_en,
    indicator.base_unit,
    indicator.nature,
    indicator.regional_figure,
    indicator.authoritative_form,
    indicator.numerator,
    indicator.denominator
from warehouse.dim_indicator as indicator
where indicator.indicator_key <> 0;
comment on view mart.indicator is
    'One row per indicator: its unit, and where the region''s figure of it comes from.';

-- How the areas stood at a publication. Only what was known then counts: what was read by its run,
-- the facts of its vintage, the forms whose due day had passed. An area has no verdict.
create or replace function mart.area_standing_on(
    known_publication bigint, shown_period text, leading_indicator text)
returns table (
    area_code text,
    area_name text,
    indicator_code text,
    indicator_name text,
    growth numeric,
    amount numeric,
    amount_of_areas numeric,
    areas_have integer,
    forms_asked integer,
    forms_published integer,
    forms_held integer,
    forms_missing integer
)
language sql
stable
security definer
set search_path = pg_catalog
as $$
    with
    moment as (
        select
            publication.run_id,
            publication.form_version,
            (publication.facts_closed_at at time zone 'Asia/Shanghai')::date as closed_on,
            period.period_key,
            period.period_year,
            period.ends_on
        from ops.publication as publication
        inner join warehouse.dim_period as period on period.period = shown_period
        where publication.publication_id = known_publication
    ),

    was_read as materialized (
        select
            submission.submission_id,
            submission.area_key,
            submission.form_key,
            submission.period_key,
            submission.version
        from ops.submission as submission
        where submission.version is not null
            and exists (
                select 1
                from ops.run_item as item
                inner join moment on item.run_id <= moment.run_id
                where item.submission_id = submission.submission_id
                    and item.read_outcome = 'READ'
            )
    ),

    newest as (
        select distinct on (was_read.area_key, was_read.form_key, was_read.period_key)
            was_read.*
        from was_read
        order by
            was_read.area_key,
            was_read.form_key,
            was_read.period_key,
            was_read.version desc
    ),

    begun as (
        select was_read.form_key, min(period.ends_on) as first_end
        from was_read
        inner join warehouse.dim_period as period on period.period_key = was_read.period_key
        group by was_read.form_key
    ),

    facts as materialized (
        select
            fact.submission_id,
            fact.area_key,
            fact.period_key,
            fact.indicator_key,
            fact.form_key,
            fact.measure,
            fact.value
        from warehouse.fact_observation as fact
        inner join moment on moment.period_year = fact.period_year
        where fact.publication_id <= known_publication
            and (fact.superseded_by is null or fact.superseded_by > known_publication)
    ),

    published as (
        select distinct facts.submission_id
        from facts
    ),

    standing as (
        select
            area.area_key,
            case
                when published.submission_id is not null then 'PUBLISHED'
                when newest.submission_id is not null then 'HELD'
                when period.ends_on + form.due_day < moment.closed_on then 'MISSING'
            end as state
        from moment
        inner join warehouse.dim_period as period
            on period.period_year = moment.period_year
            and period.ends_on <= moment.ends_on
        inner join warehouse.dim_form_version as form
            on form.form_version = moment.form_version
            and form.frequency = period.frequency
            and form.submitted_by = 'areas'
            and period.starts_on >= form.valid_from
            and period.ends_on <= coalesce(form.valid_to, period.ends_on)
            and (form.january_collected
                or period.frequency <> 'MONTH'
                or period.end_month <> 1)
        inner join begun
            on begun.form_key = form.form_key
            and begun.first_end <= period.ends_on
        inner join warehouse.dim_area_version as area
            on area.form_version = moment.form_version
            and area.kind in ('league', 'city')
        left join newest
            on newest.area_key = area.area_key
            and newest.form_key = form.form_key
            and newest.period_key = period.period_key
        left join published on published.submission_id = newest.submission_id
    ),

    counted as (
        select
            standing.area_key,
            count(standing.state) as asked,
            count(*) filter (where standing.state = 'PUBLISHED') as published,
            count(*) filter (where standing.state = 'HELD') as held,
            count(*) filter (where standing.state = 'MISSING') as missing
        from standing
        group by standing.area_key
    ),

    led as (
        select
            facts.area_key,
            max(facts.value) filter (where facts.measure = 'YOY_YTD') as growth,
            max(facts.value) filter (where facts.measure = 'YTD') as amount
        from facts
        inner join moment on moment.period_key = facts.period_key
        inner join warehouse.dim_indicator_version as indicator
            on indicator.form_version = moment.form_version
            and indicator.indicator_key = facts.indicator_key
            and indicator.indicator_code = leading_indicator
        inner join warehouse.dim_form_version as form
            on form.form_version = moment.form_version
            and form.form_key = facts.form_key
            and form.form_code = indicator.authoritative_form
        inner join warehouse.dim_area_version as area
            on area.form_version = moment.form_version
            and area.area_key = facts.area_key
            and area.kind in ('league', 'city')
        group by facts.area_key
    )

    select
        area.area_code,
        area.area_name,
        indicator.indicator_code,
        indicator.indicator_name,
        led.growth,
        led.amount,
        sum(led.amount) over (),
        (count(led.amount) over ())::integer,
        coalesce(counted.asked, 0)::integer,
        coalesce(counted.published, 0)::integer,
        coalesce(counted.held, 0)::integer,
        coalesce(counted.missing, 0)::integer
    from moment
    inner join warehouse.dim_area_version as area on area.form_version = moment.form_version
    inner join warehouse.dim_indicator_version as indicator
        on indicator.form_version = moment.form_version
        and indicator.indicator_code = leading_indicator
    left join counted on counted.area_key = area.area_key
    left join led on led.area_key = area.area_key
    where area.kind in ('league', 'city')
    order by area.area_code
$$;
comment on function mart.area_standing_on(bigint, text, text) is
    'One row per league and city: a leading figure of a period and how many forms of the year so far were published, held or missing, as known at a publication.';

-- The chain behind a figure. Whether the signers are recorded is said, who they are is not.
create or replace view mart.provenance as
select
    area.area_code,
    area.area_name,
    indicator.indicator_code,
    indicator.indicator_name,
    period.period,
    fact.measure,
    form.form_code,
    fact.value,
    fact.value_text,
    case
        when fact.measure in ('YOY_MONTH', 'YOY_YTD', 'MOM') then '%'
        else indicator.base_unit
    end as value_unit,
    fact.obs_status,
    fact.value_as_written,
    fact.unit_as_written,
    fact.factor,
    submission.file_name,
    submission.file_sha256,
    submission.file_size,
    fact.sheet,
    fact.cell,
    fact.line_code,
    submission.submission_id,
    submission.version,
    submission.received_at,
    submission.received_run,
    submission.state as submission_state,
    (
        select count(*)
        from unnest(array['unit_head', 'statistics_head', 'filled_by']) as signer (field)
        where coalesce(submission.frame ->> signer.field, '') <> ''
    ) as signers_recorded,
    publication.publication_id,
    publication.facts_closed_at as recorded_at,
    publication.run_id,
    fact.superseded_by,
    later.publication_id is null as is_current,
    publication.form_version,
    publication.rule_book_version,
    run.program_version,
    checked.run_id as checked_by_run,
    checked.passed as edit_keys_passed,
    checked.failed as edit_keys_failed,
    checked.not_checkable as edit_keys_not_checkable,
    (
        select count(*)
        from warehouse.fact_finding as finding
        where finding.submission_id = submission.submission_id
            and finding.state in ('OPEN', 'PERSISTING')
    ) as open_findings,
    later.facts_closed_at as superseded_at,
    nullif(submission.frame ->> 'reported_on', '') as reported_on,
    nullif(submission.frame ->> 'document_no', '') as document_no,
    nullif(submission.frame ->> 'correction_reason', '') as correction_reason
from warehouse.fact_observation as fact
inner join ops.publication as publication
    on publication.publication_id = fact.publication_id
    and publication.facts_closed_at is not null
left join ops.publication as later
    on later.publication_id = fact.superseded_by
    and later.facts_closed_at is not null
inner join ops.run as run on run.run_id = publication.run_id
inner join warehouse.dim_area as area on area.area_key = fact.area_key
inner join warehouse.dim_indicator as indicator
    on indicator.indicator_key = fact.indicator_key
inner join warehouse.dim_period as period
    on period.period_key = fact.period_key
    and period.period_year = fact.period_year
inner join warehouse.dim_form as form on form.form_key = fact.form_key
inner join ops.submission as submission on submission.submission_id = fact.submission_id
left join lateral (
    select
        outcome.run_id,
        sum(outcome.passed) as passed,
        sum(outcome.failed) as failed,
        sum(outcome.not_checkable) as not_checkable
    from ops.edit_outcome as outcome
    where outcome.submission_id = submission.submission_id
    group by outcome.run_id
    order by outcome.run_id desc
    limit 1
) as checked on true;
comment on view mart.provenance is
    'One row per figure and publication that brought it: the cell, file, submission, edits, run and versions it comes from.';
