-- How every target stood month by month of a year, up to a period, as known at a publication, and
-- what was said of the month at first.
select
    vintage.target_id,
    vintage.period,
    vintage.actual_value,
    vintage.pace_time,
    vintage.pace_profile,
    vintage.verdict,
    vintage.verdict_at_first
from (
    select
        progress.target_id,
        progress.period,
        progress.actual_value,
        progress.pace_time,
        progress.pace_profile,
        progress.verdict,
        progress.recorded_at,
        progress.superseded_at,
        first_value(progress.verdict) over (
            partition by progress.target_id, progress.area_code, progress.period
            order by progress.publication_id
        ) as verdict_at_first
    from mart.target_progress_vintage as progress
    where left(progress.period, 4) = left(:period, 4)
        and progress.period <= :period
        and not progress.is_assigned
) as vintage
inner join mart.publication as known on known.publication_id = :publication_id
where vintage.recorded_at <= known.judged_at
    and (vintage.superseded_at is null or vintage.superseded_at > known.judged_at)
order by vintage.target_id, vintage.period
