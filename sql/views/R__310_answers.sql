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
    select run.run_id, finding.submission_id
    from ops.run as run
    inner join warehouse.fact_finding as finding
        on finding.found_at >= run.started_at
        and finding.run_id = run.run_id
) as taken
inner join ops.submission as submission
    on submission.submission_id = taken.submission_id
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

create or replace view mart.answer_finding as
select
    finding.submission_id,
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
from warehouse.fact_finding as finding
inner join warehouse.dim_indicator as indicator
    on indicator.indicator_key = finding.indicator_key
where finding.state <> 'FIXED';
comment on view mart.answer_finding is
    'One row per submission and finding that its answer speaks of.';
