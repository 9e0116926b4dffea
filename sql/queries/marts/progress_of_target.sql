-- How one target stood in one period, now or then, and what its figure is made of.
select
    progress.*,
    indicator.regional_figure,
    indicator.numerator,
    indicator.denominator
from mart.target_progress_vintage as progress
left join mart.indicator as indicator on indicator.indicator_code = progress.indicator_code
where progress.target_id = :target
    and progress.period = :period
    and not progress.is_assigned
    and case
        when :as_known::timestamptz is null then progress.superseded_at is null
        else progress.recorded_at <= :as_known
            and (progress.superseded_at is null or progress.superseded_at > :as_known)
    end
