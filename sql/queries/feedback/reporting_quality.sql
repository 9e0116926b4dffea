-- How some areas reported in a year, by period and form.
select *
from mart.reporting_quality_on(:today) as quality
where quality.area_code = any(:areas)
    and quality.period_year = :year
order by quality.area_code, quality.due_on, quality.form_code
