select edit_type, min(level) as level
from warehouse.dim_edit
where is_current
group by edit_type
order by min(level), edit_type
