-- Whose threshold was another one a year before some periods; mostly nobody's.
select
    now_threshold.indicator_code,
    period.period,
    now_threshold.valid_from as changed_on
from mart.period as period
inner join mart.indicator_threshold as now_threshold
    on now_threshold.is_current
    and period.ends_on between coalesce(now_threshold.valid_from, period.ends_on)
        and coalesce(now_threshold.valid_to, period.ends_on)
inner join mart.indicator_threshold as then_threshold
    on then_threshold.is_current
    and then_threshold.indicator_code = now_threshold.indicator_code
    and then_threshold.valid_from is distinct from now_threshold.valid_from
    and period.ends_on - interval '1 year'
        between coalesce(then_threshold.valid_from, date '1900-01-01')
        and coalesce(then_threshold.valid_to, period.ends_on)
where now_threshold.indicator_code in (:indicators)
    and period.period in (:periods)
