-- How one target stood in one period, and what its figure is made of.
select
    progress.*,
    indicator.regional_figure,
    indicator.numerator,
    indicator.denominator
from mart.target_progress as progress
left join mart.indicator as indicator on indicator.indicator_code = progress.indicator_code
where progress.target_id = :target
    and progress.period = :period
