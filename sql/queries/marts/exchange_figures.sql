-- The figures that hold, or held at the moment given, in the codes of exchange.
select
    figure.freq,
    figure.ref_area,
    figure.indicator,
    figure.measure_type,
    figure.form,
    figure.time_period,
    figure.obs_value,
    figure.obs_status,
    figure.unit_measure,
    figure.unit_mult,
    figure.obs_text
from mart.exchange as figure
where (:period::text is null or figure.time_period = :period)
    and case
        when :as_known::timestamptz is null then figure.superseded_at is null
        else figure.recorded_at <= :as_known
            and (figure.superseded_at is null or figure.superseded_at > :as_known)
    end
order by
    figure.freq,
    figure.ref_area,
    figure.indicator,
    figure.measure_type,
    figure.form,
    figure.time_period
