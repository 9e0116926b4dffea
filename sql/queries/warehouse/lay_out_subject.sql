insert into staging.subject (submission_id, area_key, form_code, period_key, state, frame)
select :submission_id, area.area_key, :form, period.period_key, 'READ', :frame::jsonb
from warehouse.dim_area as area
cross join warehouse.dim_period as period
where area.area_code = :area
    and period.period = :period
