-- How every target stood month by month of a year, up to a period, as known at a publication.
select
    progress.target_id,
    progress.period,
    progress.actual_value,
    progress.pace_time,
    progress.pace_profile,
    progress.verdict
from mart.target_progress_vintage as progress
inner join mart.publication as known on known.publication_id = :publication_id
where left(progress.period, 4) = left(:period, 4)
    and progress.period <= :period
    and progress.recorded_at <= known.judged_at
    and (progress.superseded_at is null or progress.superseded_at > known.judged_at)
order by progress.target_id, progress.period
