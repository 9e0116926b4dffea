-- What was found in the submissions of some areas and a year, the most frequent first within a
-- severity.
select type.area_code, type.code, type.severity, type.advice_zh, type.findings, type.still_open
from mart.finding_type as type
where type.area_code = any(:areas)
    and type.period_year = :year
order by
    type.area_code,
    case type.severity when 'ERROR' then 1 when 'WARNING' then 2 else 3 end,
    type.findings desc,
    type.code
