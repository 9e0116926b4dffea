-- What an edit found, in the words it is told in. A trial of rules tells it as a night does.
create or replace view staging.told_result as
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
                warehouse.plain(
                    round(abs(result.observed - result.expected) / result.factor, 4)
                ),
                ''
            ),
            'tolerance', coalesce(warehouse.plain(round(result.tolerance / result.factor, 4)), ''),
            'unit', coalesce(result.unit, ''),
            -- A number with its unit; a stage or a mark has none.
            'now', coalesce(
                warehouse.plain(result.observed / result.factor) || coalesce(result.unit, ''),
                result.observed_text
            ),
            'was', coalesce(
                warehouse.plain(result.expected / result.factor) || coalesce(result.unit, ''),
                result.expected_text
            ),
            'value', coalesce(warehouse.plain(result.observed / result.factor), ''),
            'detail', coalesce(result.detail, ''),
            'reason', edit.reason
        ) as arguments,
        jsonb_strip_nulls(jsonb_build_object(
            'indicator', coalesce(indicator.indicator_name_en, result.indicator_code, ''),
            'label', coalesce(indicator.indicator_name_en, result.detail, ''),
            'detail', warehouse.in_english(coalesce(result.detail, '')),
            'expected', warehouse.in_english(result.expected_text)
        )) as in_english
    from staging.edit_result as result
    inner join warehouse.dim_edit as edit on edit.edit_id = result.edit_id
    inner join ops.submission as submission
        on submission.submission_id = result.submission_id
    left join warehouse.dim_indicator as indicator
        on indicator.indicator_code = result.indicator_code
    where result.outcome = 'failed'
)

select
    failed.run_id,
    failed.submission_id,
    failed.edit_id,
    failed.finding_key,
    warehouse.finding_id(failed.finding_source) as finding_id,
    failed.finding_code,
    failed.level,
    failed.severity,
    failed.sheet,
    failed.cell,
    failed.line_code,
    failed.indicator_code,
    failed.indicator_key,
    failed.measure,
    case
        when failed.observed is null then failed.observed_text
        else concat_ws(' ', failed.arguments ->> 'observed', nullif(failed.unit, ''))
    end as observed,
    case
        when failed.expected is null then failed.expected_text
        else concat_ws(' ', failed.arguments ->> 'expected', nullif(failed.unit, ''))
    end as expected,
    warehouse.sentence(failed.text_zh, failed.arguments) as message_zh,
    warehouse.sentence(failed.text_en, failed.arguments || failed.in_english) as message_en,
    warehouse.sentence(finding.advice_zh, failed.arguments) as advice_zh,
    warehouse.sentence(finding.advice_en, failed.arguments || failed.in_english) as advice_en
from failed
inner join warehouse.dim_finding as finding on finding.code = failed.finding_code;
comment on view staging.told_result is
    'One row per run, submission and cell or field that failed an edit, with its finding as it is told.';
