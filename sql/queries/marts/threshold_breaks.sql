-- Whose figure of an indicator and period is not of the same units as that of the year before, with
-- nothing on the comparable basis beside it.
select
    broken.area_code,
    broken.area_name,
    broken.measure,
    broken.changed_on,
    broken.threshold_before_zh,
    broken.threshold_zh
from mart.threshold_break as broken
where broken.indicator_code in (:indicators)
    and broken.period in (:periods)
    and not broken.is_comparable
order by broken.area_code, broken.measure
