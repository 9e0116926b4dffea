-- How areas reported in a year, by period and form; null takes all areas.
select *
from mart.reporting_quality_on(:today) as quality
where (:area::text is null or quality.area_code = :area)
    and quality.period_year = :year
order by quality.area_code, quality.due_on, quality.form_code
