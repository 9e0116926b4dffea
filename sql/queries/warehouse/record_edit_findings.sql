insert into warehouse.fact_finding as known
    (submission_id, finding_id, run_id, source, code, edit_id, level, severity, state, sheet,
    cell, line_code, indicator_key, measure, observed, expected, message_zh, message_en,
    advice_zh, advice_en, found_at)
with
failed as (
    select
        result.*,
        edit.finding_code,
        edit.level,
        edit.severity,
        edit.text_zh,
        edit.text_en,
        coalesce(indicator.indicator_key, 0) as indicator_key,
        concat_ws('|', result.edit_id, submission.form_key, submission.area_key,
            submission.period_key, result.finding_key) as finding_source,
        jsonb_build_object(
            'indicator', coalesce(indicator.indicator_name, result.indicator_code, ''),
            'label', coalesce(indicator.indicator_name, result.detail, ''),
            'observed', coalesce(
                warehouse.plain(result.observed / result.factor), result.observed_text, ''
            ),
            'expected', coalesce(
                warehouse.plain(round(result.expected / result.factor, 4)),
                result.expected_text,
                ''
            ),
            'difference', coalesce(
                warehouse.plain(round((result.observed - result.expected) / result.factor, 4)),
                ''
            ),
            'tolerance', coalesce(warehouse.plain(round(result.tolerance / result.factor, 4)), ''),
            'unit', coalesce(result.unit, ''),
            'value', coalesce(warehouse.plain(result.observed / result.factor), ''),
            'detail', coalesce(result.detail, '')
        ) as arguments
    from staging.edit_result as result
    inner join warehouse.dim_edit as edit on edit.edit_id = result.edit_id
    inner join ops.submission as submission
        on submission.submission_id = result.submission_id
    left join warehouse.dim_indicator as indicator
        on indicator.indicator_code = result.indicator_code
    where result.run_id = :run_id
        and result.outcome = 'failed'
)

select
    failed.submission_id,
    warehouse.finding_id(failed.finding_source),
    :run_id,
    'edit',
    failed.finding_code,
    failed.edit_id,
    failed.level,
    failed.severity,
    'OPEN',
    failed.sheet,
    failed.cell,
    failed.line_code,
    failed.indicator_key,
    failed.measure,
    case
        when failed.observed is null then failed.observed_text
        else concat_ws(' ', failed.arguments ->> 'observed', nullif(failed.unit, ''))
    end,
    case
        when failed.expected is null then failed.expected_text
        else concat_ws(' ', failed.arguments ->> 'expected', nullif(failed.unit, ''))
    end,
    warehouse.sentence(failed.text_zh, failed.arguments),
    warehouse.sentence(failed.text_en, failed.arguments),
    warehouse.sentence(finding.advice_zh, failed.arguments),
    warehouse.sentence(finding.advice_en, failed.arguments),
    :found_at
from failed
inner join warehouse.dim_finding as finding on finding.code = failed.finding_code
on conflict (submission_id, finding_id) do update
set
    run_id = excluded.run_id,
    state = case when known.state = 'FIXED' then 'OPEN' else known.state end,
    closed_at = case when known.state = 'FIXED' then null else known.closed_at end
