-- Which verdicts and figures of a period's targets a later publication changed, the latest first.
select
    change.target_id,
    change.publication_id,
    change.recorded_at,
    change.was_value,
    change.actual_value as became_value,
    change.was_verdict,
    change.verdict as became_verdict
from (
    select
        progress.*,
        lag(progress.publication_id) over vintages as was_publication,
        lag(progress.actual_value) over vintages as was_value,
        lag(progress.verdict) over vintages as was_verdict
    from mart.target_progress_vintage as progress
    where progress.period = :period
        and progress.publication_id <= :publication_id
    window vintages as (
        partition by progress.target_id, progress.area_code
        order by progress.publication_id
    )
) as change
where change.was_publication is not null
    and (
        change.was_verdict <> change.verdict
        or change.was_value is distinct from change.actual_value
    )
order by change.publication_id desc, change.target_id
