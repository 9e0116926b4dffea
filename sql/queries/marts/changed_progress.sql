-- What of a period's verdicts differs between two moments, a row for every target and column.
with
before as (
    select *
    from mart.target_progress_vintage as progress
    where progress.period = :period
        and progress.recorded_at <= :from::timestamptz
        and (progress.superseded_at is null or progress.superseded_at > :from::timestamptz)
),

after as (
    select *
    from mart.target_progress_vintage as progress
    where progress.period = :period
        and progress.recorded_at <= :to::timestamptz
        and (progress.superseded_at is null or progress.superseded_at > :to::timestamptz)
)

select
    coalesce(after.target_id, before.target_id) as target_id,
    coalesce(after.indicator_zh, before.indicator_zh) as indicator_zh,
    coalesce(after.indicator_code, before.indicator_code) as indicator_code,
    coalesce(after.area_code, before.area_code) as area_code,
    change.changed,
    change.was,
    change.became
from before
full join after
    on after.target_id = before.target_id
    and after.area_code = before.area_code
cross join lateral (
    values
        (1, 'phrase', before.phrase, after.phrase),
        (2, 'modality', before.modality, after.modality),
        (3, 'target_value', trim_scale(before.target_value)::text,
            trim_scale(after.target_value)::text),
        (4, 'actual_value', trim_scale(before.actual_value)::text,
            trim_scale(after.actual_value)::text),
        (5, 'completion', trim_scale(before.completion)::text,
            trim_scale(after.completion)::text),
        (6, 'pace_time', trim_scale(before.pace_time)::text, trim_scale(after.pace_time)::text),
        (7, 'pace_profile', trim_scale(before.pace_profile)::text,
            trim_scale(after.pace_profile)::text),
        (8, 'required_rest', trim_scale(before.required_rest)::text,
            trim_scale(after.required_rest)::text),
        (9, 'verdict', before.verdict, after.verdict),
        (10, 'verdict_reason', before.verdict_reason, after.verdict_reason),
        (11, 'coverage', before.coverage, after.coverage)
) as change (position, changed, was, became)
where change.was is distinct from change.became
order by
    nullif(regexp_replace(coalesce(after.section, before.section), '\D', '', 'g'), '')::integer
        nulls first,
    coalesce(after.target_id, before.target_id),
    coalesce(after.area_code, before.area_code),
    change.position
