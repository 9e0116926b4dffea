-- The quality of the reporting itself: when it came, how often it was corrected, what was found and
-- what was answered. Of the figures it says nothing, and nothing of what they are measured by.

create or replace function mart.reporting_quality_on(today date)
returns table (
    area_code text,
    area_name text,
    form_code text,
    form_name text,
    period text,
    period_year smallint,
    due_on date,
    first_received_on date,
    days_late integer,
    state text,
    versions integer,
    corrections integer,
    errors integer,
    warnings integer,
    informations integer,
    fixed integer,
    explained integer,
    waived integer,
    still_open integer,
    answers integer,
    answers_accepted integer
)
language sql
stable
security definer
set search_path = pg_catalog
as $$
    with
    versions as materialized (
        select
            submission.area_key,
            submission.form_key,
            submission.period_key,
            submission.submission_id,
            submission.version,
            submission.state,
            submission.published_at,
            (submission.received_at at time zone 'Asia/Shanghai')::date as received_on
        from ops.submission as submission
        where submission.version is not null
    ),

    sent as (
        select
            versions.area_key,
            versions.form_key,
            versions.period_key,
            min(versions.received_on) as first_received_on,
            count(*) as versions,
            greatest(count(versions.published_at) - 1, 0) as corrections,
            (array_agg(versions.state order by versions.version desc))[1] as state
        from versions
        group by versions.area_key, versions.form_key, versions.period_key
    ),

    asked as (
        select area_key, form_key, period_key
        from warehouse.asked_before(today)
        union
        select sent.area_key, sent.form_key, sent.period_key
        from sent
    ),

    -- A finding counts once, however many versions had it; it stands as the newest of them has it.
    lives as (
        select distinct on (
            versions.area_key, versions.form_key, versions.period_key, finding.finding_id
        )
            versions.area_key,
            versions.form_key,
            versions.period_key,
            finding.severity,
            finding.state
        from versions
        inner join warehouse.fact_finding as finding
            on finding.submission_id = versions.submission_id
        order by
            versions.area_key,
            versions.form_key,
            versions.period_key,
            finding.finding_id,
            versions.version desc
    ),

    found as (
        select
            lives.area_key,
            lives.form_key,
            lives.period_key,
            count(*) filter (where lives.severity = 'ERROR') as errors,
            count(*) filter (where lives.severity = 'WARNING') as warnings,
            count(*) filter (where lives.severity = 'INFORMATION') as informations,
            count(*) filter (where lives.state = 'FIXED') as fixed,
            count(*) filter (where lives.state = 'EXPLAINED') as explained,
            count(*) filter (where lives.state = 'WAIVED') as waived,
            count(*) filter (
                where lives.state in ('OPEN', 'PERSISTING') and lives.severity <> 'INFORMATION'
            ) as still_open
        from lives
        group by lives.area_key, lives.form_key, lives.period_key
    ),

    heard as (
        select
            submission.area_key,
            submission.form_key,
            submission.period_key,
            count(*) as answers,
            count(*) filter (where answer.outcome = 'ACCEPTED') as answers_accepted
        from ops.returned_answer as answer
        inner join ops.submission as submission
            on submission.submission_id = answer.submission_id
        group by submission.area_key, submission.form_key, submission.period_key
    )

    select
        area.area_code,
        area.area_name,
        form.form_code,
        form.form_name,
        period.period,
        period.period_year,
        (period.ends_on + form.due_day),
        sent.first_received_on,
        greatest(sent.first_received_on - (period.ends_on + form.due_day), 0),
        coalesce(sent.state, 'MISSING'),
        coalesce(sent.versions, 0)::integer,
        coalesce(sent.corrections, 0)::integer,
        coalesce(found.errors, 0)::integer,
        coalesce(found.warnings, 0)::integer,
        coalesce(found.informations, 0)::integer,
        coalesce(found.fixed, 0)::integer,
        coalesce(found.explained, 0)::integer,
        coalesce(found.waived, 0)::integer,
        coalesce(found.still_open, 0)::integer,
        coalesce(heard.answers, 0)::integer,
        coalesce(heard.answers_accepted, 0)::integer
    from asked
    inner join warehouse.dim_area as area on area.area_key = asked.area_key
    inner join warehouse.dim_form as form on form.form_key = asked.form_key
    inner join warehouse.dim_period as period on period.period_key = asked.period_key
    left join sent
        on sent.area_key = asked.area_key
        and sent.form_key = asked.form_key
        and sent.period_key = asked.period_key
    left join found
        on found.area_key = asked.area_key
        and found.form_key = asked.form_key
        and found.period_key = asked.period_key
    left join heard
        on heard.area_key = asked.area_key
        and heard.form_key = asked.form_key
        and heard.period_key = asked.period_key
    order by area.area_code, period.ends_on, form.form_code
$$;
comment on function mart.reporting_quality_on(date) is
    'One row per area, form and period that was due on that day or has come: timeliness, corrections, findings, answers.';

create or replace view mart.reporting_quality as
select *
from mart.reporting_quality_on((clock_timestamp() at time zone 'Asia/Shanghai')::date);
comment on view mart.reporting_quality is
    'One row per area, form and period that is due today or has come: timeliness, corrections, findings, answers.';

create or replace view mart.finding_life as
select
    life.finding_id,
    nullif(area.area_code, '-') as area_code,
    nullif(form.form_code, '-') as form_code,
    nullif(period.period, '-') as period,
    life.code,
    life.severity,
    life.state,
    life.submission_id,
    submission.file_name,
    submission.version,
    submission.state as submission_state,
    seen.first_seen_at,
    seen.last_seen_at,
    seen.versions,
    case
        when submission.state = 'HELD'
            and life.severity = 'ERROR'
            and life.state in ('OPEN', 'PERSISTING')
            then (
                select count(*)
                from staging.observation as observation
                where observation.submission_id = life.submission_id
            )
        else 0
    end as facts_held_back
from (
    select distinct on (finding.finding_id)
        finding.finding_id,
        finding.submission_id,
        finding.code,
        finding.severity,
        finding.state
    from warehouse.fact_finding as finding
    inner join ops.submission as version
        on version.submission_id = finding.submission_id
    order by finding.finding_id, version.version desc nulls last, version.submission_id desc
) as life
inner join ops.submission as submission on submission.submission_id = life.submission_id
inner join warehouse.dim_area as area on area.area_key = submission.area_key
inner join warehouse.dim_form as form on form.form_key = submission.form_key
inner join warehouse.dim_period as period on period.period_key = submission.period_key
cross join lateral (
    select
        min(finding.found_at) as first_seen_at,
        max(run.started_at) as last_seen_at,
        count(*) as versions
    from warehouse.fact_finding as finding
    inner join ops.run as run on run.run_id = finding.run_id
    where finding.finding_id = life.finding_id
) as seen;
comment on view mart.finding_life is
    'One row per finding over all versions of the submission: how it stands in the newest that had it, when it was first and last found, and how many figures it holds back.';

create or replace view mart.finding_type as
select
    nullif(area.area_code, '-') as area_code,
    period.period_year,
    finding.code,
    finding.severity,
    min(catalogue.advice_zh) as advice_zh,
    count(distinct finding.finding_id)::integer as findings,
    count(distinct finding.finding_id) filter (
        where finding.state in ('OPEN', 'PERSISTING') and finding.closed_at is null
    )::integer as still_open
from warehouse.fact_finding as finding
inner join ops.submission as submission
    on submission.submission_id = finding.submission_id
    and submission.period_key <> 0
inner join warehouse.dim_area as area on area.area_key = submission.area_key
inner join warehouse.dim_period as period on period.period_key = submission.period_key
inner join warehouse.dim_finding as catalogue on catalogue.code = finding.code
group by area.area_code, period.period_year, finding.code, finding.severity;
comment on view mart.finding_type is
    'One row per area, year of the reporting period and finding code: how many were found, and how many still wait.';

-- Who reads a mart may not call what lies behind it, so the id of a finding is asked for here.
create or replace function mart.finding_id(source_key text)
returns text
language sql
immutable
security definer
set search_path = pg_catalog
as $$
    select warehouse.finding_id(source_key)
$$;
comment on function mart.finding_id(text) is
    'One row per key of a finding: its id, the same however often it is found.';

create or replace view mart.validation_result as
select
    result.run_id,
    run.job,
    run.started_at as validated_at,
    run.program_version,
    submission.submission_id,
    submission.file_name,
    submission.file_sha256,
    submission.version,
    area.area_code,
    form.form_code,
    period.period,
    keyed.finding_id,
    result.edit_id as rule_id,
    edit.edit_type as rule_type,
    edit.level,
    edit.severity,
    concat_ws(' ', edit.indicator_code, edit.measure, edit.operands,
        'min ' || edit.minimum, 'max ' || edit.maximum,
        'tolerance ' || edit.tolerance) as expression,
    edit.text_zh as description,
    result.outcome,
    result.blocked_by,
    coalesce(finding.sheet, nullif(result.sheet, '')) as sheet,
    coalesce(finding.cell, nullif(result.cell, '')) as cell,
    result.line_code,
    result.indicator_code,
    result.measure,
    finding.observed,
    finding.expected,
    finding.message_zh,
    finding.state,
    case
        when result.outcome = 'not_checkable' then (
            select string_agg(blocking.finding_id, ' ' order by blocking.finding_id)
            from warehouse.fact_finding as blocking
            where blocking.submission_id = result.submission_id
                and blocking.code = result.blocked_by
                and blocking.state <> 'FIXED'
        )
    end as blocking_findings
from staging.edit_result as result
inner join ops.run as run on run.run_id = result.run_id
inner join warehouse.dim_edit as edit on edit.edit_id = result.edit_id
inner join ops.submission as submission on submission.submission_id = result.submission_id
inner join warehouse.dim_area as area on area.area_key = submission.area_key
inner join warehouse.dim_form as form on form.form_key = submission.form_key
inner join warehouse.dim_period as period on period.period_key = submission.period_key
cross join lateral (
    select
        mart.finding_id(concat_ws('|', result.edit_id, submission.form_key,
            submission.area_key, submission.period_key, result.finding_key)) as finding_id
) as keyed
left join warehouse.fact_finding as finding
    on finding.submission_id = result.submission_id
    and finding.finding_id = keyed.finding_id
    and result.outcome = 'failed'
union all
select
    item.run_id,
    run.job,
    run.started_at,
    run.program_version,
    submission.submission_id,
    submission.file_name,
    submission.file_sha256,
    submission.version,
    nullif(area.area_code, '-'),
    nullif(form.form_code, '-'),
    nullif(period.period, '-'),
    finding.finding_id,
    finding.code,
    'reading',
    finding.level,
    finding.severity,
    finding.code,
    catalogue.message_zh,
    'failed',
    null,
    finding.sheet,
    finding.cell,
    finding.line_code,
    nullif(indicator.indicator_code, '-'),
    finding.measure,
    finding.observed,
    finding.expected,
    finding.message_zh,
    finding.state,
    null
from ops.run_item as item
inner join ops.run as run on run.run_id = item.run_id
inner join warehouse.fact_finding as finding
    on finding.submission_id = item.submission_id
    and finding.source <> 'edit'
inner join warehouse.dim_finding as catalogue on catalogue.code = finding.code
inner join warehouse.dim_indicator as indicator
    on indicator.indicator_key = finding.indicator_key
inner join ops.submission as submission on submission.submission_id = item.submission_id
inner join warehouse.dim_area as area on area.area_key = submission.area_key
inner join warehouse.dim_form as form on form.form_key = submission.form_key
inner join warehouse.dim_period as period on period.period_key = submission.period_key
where item.read_outcome in ('READ', 'REJECTED');
comment on view mart.validation_result is
    'One row per run, submission and rule or reading check that failed or could not be checked there.';
