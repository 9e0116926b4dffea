-- A row for every area, and one for what nobody could assign to an area.
with
came as (
    select
        coalesce(area_code, '-') as area_code,
        count(*) as files,
        count(*) filter (where state = 'PUBLISHED') as published,
        count(*) filter (where state = 'HELD') as held,
        count(*) filter (where state = 'REJECTED') as rejected,
        count(*) filter (where state = 'DUPLICATE') as duplicates,
        coalesce(sum(errors), 0) as errors,
        coalesce(sum(warnings), 0) as warnings
    from mart.run_submission
    where run_id = :run_id
    group by coalesce(area_code, '-')
),

owed as (
    select area_code, count(*) as missing
    from mart.due_submission
    where state = 'MISSING'
        and round_open
    group by area_code
),

places as (
    select area_code, area_name
    from mart.area
    union all
    select '-', '未识别'
    where exists (
        select 1
        from came
        where area_code = '-'
    )
)

select
    places.area_code,
    places.area_name,
    coalesce(came.files, 0) as files,
    coalesce(came.published, 0) as published,
    coalesce(came.held, 0) as held,
    coalesce(came.rejected, 0) as rejected,
    coalesce(came.duplicates, 0) as duplicates,
    coalesce(owed.missing, 0) as missing,
    coalesce(came.errors, 0) as errors,
    coalesce(came.warnings, 0) as warnings
from places
left join came on came.area_code = places.area_code
left join owed on owed.area_code = places.area_code
order by places.area_code = '-', places.area_code
