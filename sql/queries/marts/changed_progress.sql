-- What of a period's verdicts differs between two moments, a row for every target and column. All
-- columns of the mart are compared, so that none that comes later is forgotten; left out is only
-- what tells when and by which publication a verdict was given.
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
    select
        coalesce(new.position, old.position) as position,
        coalesce(new.name, old.name) as changed,
        case json_typeof(old.value)
            when 'number' then trim_scale((old.value #>> '{}')::numeric)::text
            else old.value #>> '{}'
        end as was,
        case json_typeof(new.value)
            when 'number' then trim_scale((new.value #>> '{}')::numeric)::text
            else new.value #>> '{}'
        end as became
    from json_each(to_json(before)) with ordinality as old (name, value, position)
    full join json_each(to_json(after)) with ordinality as new (name, value, position)
        on new.name = old.name
    where coalesce(new.name, old.name) not in ('target_id', 'area_code', 'period', 'publication_id',
        'judged_at', 'recorded_at', 'superseded_at')
) as change
where change.was is distinct from change.became
order by
    nullif(regexp_replace(coalesce(after.section, before.section), '\D', '', 'g'), '')::integer
        nulls first,
    coalesce(after.target_id, before.target_id),
    coalesce(after.area_code, before.area_code),
    change.position
