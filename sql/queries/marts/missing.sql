-- What is owed in rounds that others have sent already.
select count(*) as missing
from mart.due_submission as due
where due.round_open
    and due.state = 'MISSING'
