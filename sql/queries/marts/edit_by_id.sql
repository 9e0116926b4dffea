select *
from mart.edit
where edit_id = :edit_id
