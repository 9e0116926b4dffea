-- What goes back to submitters: read by the responder, which sees nothing about targets.

create or replace view mart.run_answer as
select
    taken.run_id,
    submission.submission_id,
    submission.file_name,
    submission.file_sha256,
    submission.received_at,
    nullif(area.area_code, '-') as area_code,
    area.area_name,
    nullif(form.form_code, '-') as form_code,
    nullif(period.period, '-') as period,
    submission.version,
    submission.state,
    submission.reason_code,
    original.file_name as original_name,
    original.received_at as original_received_at,
    original.state as original_state,
    exists (
        select 1
        from ops.submission as namesake
        where namesake.area_key = submission.area_key
            and lower(regexp_replace(
                namesake.file_name, '((_报送[0-9]+)?_审核结果)*(\.[^.]*)?$', ''))
            = lower(regexp_replace(
                submission.file_name, '((_报送[0-9]+)?_审核结果)*(\.[^.]*)?$', ''))
            and namesake.submission_id < submission.submission_id
    ) as has_namesake,
    response.answered_at,
    response.path,
    response.sha256
from (
    select arrival.run_id, arrival.submission_id
    from ops.arrival as arrival
    union
    select item.run_id, item.submission_id
    from ops.run_item as item
    union
    -- What is found anew, or is back after it was mended.
    select run.run_id, finding.submission_id
    from ops.run as run
    inner join warehouse.fact_finding_state as known
        on known.recorded_at >= run.started_at
        and known.is_open
    inner join warehouse.fact_finding as finding
        on finding.submission_id = known.submission_id
        and finding.finding_id = known.finding_id
        and finding.run_id = run.run_id
) as taken
inner join ops.submission as submission
    on submission.submission_id = taken.submission_id
    -- What was loaded as history was sent by nobody who waits for an answer.
    and submission.expected_form is null
inner join warehouse.dim_area as area on area.area_key = submission.area_key
inner join warehouse.dim_form as form on form.form_key = submission.form_key
inner join warehouse.dim_period as period on period.period_key = submission.period_key
left join ops.submission as original
    on original.submission_id = submission.duplicate_of
left join ops.response as response
    on response.run_id = taken.run_id
    and response.submission_id = taken.submission_id
where submission.state in ('HELD', 'REJECTED', 'PUBLISHED', 'SUPERSEDED', 'DUPLICATE', 'ANSWERED');
comment on view mart.run_answer is
    'One row per run and submission that the run has to answer, with the answer once it is written.';

-- A workbook that only brought answers speaks of the version it answers.
create or replace view mart.answer_finding as
select
    asked.submission_id,
    finding.finding_id,
    finding.code,
    finding.edit_id,
    finding.severity,
    finding.state,
    finding.sheet,
    finding.cell,
    nullif(indicator.indicator_name, '未识别') as indicator_name,
    finding.measure,
    finding.observed,
    finding.expected,
    finding.message_zh,
    finding.advice_zh
from ops.submission as asked
inner join warehouse.fact_finding as finding
    on finding.submission_id = case
        when asked.state = 'ANSWERED' then asked.duplicate_of
        else asked.submission_id
    end
inner join warehouse.dim_indicator as indicator
    on indicator.indicator_key = finding.indicator_key
where finding.state <> 'FIXED';
comment on view mart.answer_finding is
    'One row per submission and finding that its answer speaks of.';

create or replace view mart.answer_heard as
select
    heard.submission_id,
    heard.ordinal,
    heard.finding_id,
    heard.text,
    heard.outcome,
    heard.sheet,
    heard.cell
from ops.returned_answer as heard;
comment on view mart.answer_heard is
    'One row per answer written in a returned workbook, with what it came to.';

create or replace view mart.answer_fixed as
select distinct
    asked.submission_id,
    finding.finding_id,
    finding.severity,
    finding.message_zh
from ops.submission as asked
inner join ops.submission as older
    on older.area_key = asked.area_key
    and older.form_key = asked.form_key
    and older.period_key = asked.period_key
    and older.version < asked.version
inner join warehouse.fact_finding as finding
    on finding.submission_id = older.submission_id
    and finding.state = 'FIXED'
where not exists (
    select 1
    from warehouse.fact_finding as again
    where again.submission_id = asked.submission_id
        and again.finding_id = finding.finding_id
        and again.state <> 'FIXED'
);
comment on view mart.answer_fixed is
    'One row per submission and finding of an earlier version that it no longer has.';

create or replace view mart.answer_change as
select
    fact.submission_id,
    indicator.indicator_name,
    fact.measure,
    fact.line_code,
    fact.sheet,
    fact.cell,
    before.value_as_written as old_value,
    fact.value_as_written as new_value,
    fact.unit_as_written as unit
from warehouse.fact_observation as fact
inner join warehouse.fact_observation as before
    on before.period_year = fact.period_year
    and before.area_key = fact.area_key
    and before.indicator_key = fact.indicator_key
    and before.period_key = fact.period_key
    and before.measure = fact.measure
    and before.form_key = fact.form_key
    and before.superseded_by = fact.publication_id
inner join warehouse.dim_indicator as indicator
    on indicator.indicator_key = fact.indicator_key
where (fact.value, fact.value_text, fact.obs_status)
    is distinct from (before.value, before.value_text, before.obs_status)
union all
select
    replacing.submission_id,
    indicator.indicator_name,
    before.measure,
    before.line_code,
    before.sheet,
    before.cell,
    before.value_as_written,
    null,
    before.unit_as_written
from (
    select distinct
        fact.submission_id,
        fact.period_year,
        fact.area_key,
        fact.period_key,
        fact.form_key,
        fact.publication_id
    from warehouse.fact_observation as fact
) as replacing
inner join warehouse.fact_observation as before
    on before.period_year = replacing.period_year
    and before.area_key = replacing.area_key
    and before.period_key = replacing.period_key
    and before.form_key = replacing.form_key
    and before.superseded_by = replacing.publication_id
inner join warehouse.dim_indicator as indicator
    on indicator.indicator_key = before.indicator_key
where not exists (
    select 1
    from warehouse.fact_observation as fact
    where fact.period_year = before.period_year
        and fact.area_key = before.area_key
        and fact.indicator_key = before.indicator_key
        and fact.period_key = before.period_key
        and fact.measure = before.measure
        and fact.form_key = before.form_key
        and fact.publication_id = replacing.publication_id
);
comment on view mart.answer_change is
    'One row per published figure that a submission changed or withdrew, with its cell (withdrawn: the cell it stood in).';
