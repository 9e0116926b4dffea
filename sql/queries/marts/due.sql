-- Who owes what. A round nobody has begun to send is left out unless all is asked for.
select *
from mart.due_submission as due
where due.round_open or :all_rounds
order by due.due_on, due.form_code, due.area_code
