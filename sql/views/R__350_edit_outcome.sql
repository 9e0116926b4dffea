create or replace view mart.edit_outcome as
select
    outcome.run_id,
    outcome.edit_id,
    edit.edit_type,
    edit.level,
    edit.severity,
    edit.form_code,
    outcome.submission_id,
    outcome.passed,
    outcome.failed,
    outcome.not_checkable,
    run.rule_book_version
from ops.edit_outcome as outcome
inner join warehouse.dim_edit as edit on edit.edit_id = outcome.edit_id
inner join ops.run as run on run.run_id = outcome.run_id;
comment on view mart.edit_outcome is
    'One row per run, edit and submission: how many keys passed, failed or could not be checked, under which rule book.';

create or replace view mart.edit_coverage as
select
    edit.edit_id,
    edit.edit_type,
    edit.level,
    edit.severity,
    edit.form_code,
    edit.indicator_code,
    edit.measure,
    edit.finding_code,
    edit.owner,
    edit.is_current,
    coalesce(told.runs, 0) as runs,
    coalesce(told.passed, 0) as passed,
    coalesce(told.failed, 0) as failed,
    coalesce(told.not_checkable, 0) as not_checkable,
    told.last_run,
    coalesce(fate.findings, 0) as findings,
    coalesce(fate.fixed, 0) as fixed,
    coalesce(fate.explained, 0) as explained,
    coalesce(fate.waived, 0) as waived
from warehouse.dim_edit as edit
left join (
    select
        outcome.edit_id,
        count(distinct outcome.run_id) as runs,
        sum(outcome.passed) as passed,
        sum(outcome.failed) as failed,
        sum(outcome.not_checkable) as not_checkable,
        max(outcome.run_id) as last_run
    from ops.edit_outcome as outcome
    group by outcome.edit_id
) as told on told.edit_id = edit.edit_id
left join (
    select
        newest.edit_id,
        count(*) as findings,
        count(*) filter (where newest.state = 'FIXED') as fixed,
        count(*) filter (where newest.state = 'EXPLAINED') as explained,
        count(*) filter (where newest.state = 'WAIVED') as waived
    from (
        select distinct on (finding.finding_id) finding.edit_id, finding.state
        from warehouse.fact_finding as finding
        where finding.source = 'edit'
        order by finding.finding_id, finding.submission_id desc
    ) as newest
    group by newest.edit_id
) as fate on fate.edit_id = edit.edit_id;
comment on view mart.edit_coverage is
    'One row per edit of the rule book, with what it said over all runs and what became of its findings in their newest version; runs is 0 where it never looked at anything.';
