insert into warehouse.fact_finding as known
    (submission_id, finding_id, run_id, source, code, edit_id, level, severity, state, sheet,
    cell, line_code, indicator_key, measure, observed, expected, message_zh, message_en,
    advice_zh, advice_en, found_at)
select
    told.submission_id,
    told.finding_id,
    :run_id,
    'edit',
    told.finding_code,
    told.edit_id,
    told.level,
    told.severity,
    'OPEN',
    told.sheet,
    told.cell,
    told.line_code,
    told.indicator_key,
    told.measure,
    told.observed,
    told.expected,
    told.message_zh,
    told.message_en,
    told.advice_zh,
    told.advice_en,
    :found_at
from staging.told_result as told
where told.run_id = :run_id
on conflict (submission_id, finding_id) do update
set
    run_id = excluded.run_id,
    state = case when known.state = 'FIXED' then 'OPEN' else known.state end,
    closed_at = case when known.state = 'FIXED' then null else known.closed_at end
