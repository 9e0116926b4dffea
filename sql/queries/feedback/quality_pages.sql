-- Whose pages a run has to write anew: the areas it answered, and the years they spoke of.
select distinct answer.area_code, left(answer.period, 4)::integer as year
from mart.run_answer as answer
where answer.run_id = :run_id
    and answer.area_code is not null
    and answer.period is not null
order by answer.area_code, year
