insert into warehouse.fact_finding as known
    (submission_id, finding_id, run_id, source, code, level, severity, state, sheet, cell,
    line_code, indicator_key, measure, observed, expected, message_zh, message_en, advice_zh,
    advice_en, found_at)
with
checked as (
    select item.submission_id
    from ops.run_item as item
    where item.run_id = :run_id
        and item.read_outcome in ('READ', 'REJECTED')
    union
    select subject.submission_id
    from staging.subject as subject
    where subject.state <> 'PUBLISHED'
),

drafts as (
    select
        reading_finding.*,
        submission.file_name,
        -- What is about nothing of the form is told apart by where it stands.
        concat_ws('|',
            reading_finding.code,
            case
                when submission.form_key = 0 or submission.area_key = 0
                    or submission.period_key = 0
                    then submission.file_sha256
            end,
            submission.form_key, submission.area_key, submission.period_key,
            coalesce(reading_finding.line_code, '-'),
            coalesce(reading_finding.indicator_code, '-'),
            coalesce(reading_finding.measure, '-')
        ) as finding_key
    from checked
    inner join ops.submission as submission
        on submission.submission_id = checked.submission_id
    inner join staging.reading_finding as reading_finding
        on reading_finding.submission_id = checked.submission_id
),

numbered as (
    select
        drafts.*,
        row_number() over (
            partition by drafts.submission_id, drafts.finding_key order by drafts.ordinal
        ) as occurrence
    from drafts
)

select
    numbered.submission_id,
    warehouse.finding_id(case
        when numbered.occurrence = 1 then numbered.finding_key
        else numbered.finding_key || '|' || numbered.occurrence
    end),
    :run_id,
    finding.source,
    numbered.code,
    finding.level,
    finding.severity,
    'OPEN',
    numbered.sheet,
    numbered.cell,
    numbered.line_code,
    coalesce(indicator.indicator_key, 0),
    numbered.measure,
    coalesce(numbered.arguments ->> 'value', numbered.arguments ->> 'detail'),
    numbered.arguments ->> 'expected',
    warehouse.sentence(finding.message_zh, numbered.arguments),
    warehouse.sentence(finding.message_en, numbered.arguments),
    warehouse.sentence(finding.advice_zh, numbered.arguments),
    warehouse.sentence(finding.advice_en, numbered.arguments),
    :found_at
from numbered
inner join warehouse.dim_finding as finding on finding.code = numbered.code
left join warehouse.dim_indicator as indicator
    on indicator.indicator_code = numbered.indicator_code
on conflict (submission_id, finding_id) do update
set
    run_id = excluded.run_id,
    state = case when known.state = 'FIXED' then 'OPEN' else known.state end,
    closed_at = case when known.state = 'FIXED' then null else known.closed_at end
