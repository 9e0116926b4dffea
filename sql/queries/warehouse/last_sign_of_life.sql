-- Sessions of the program at work are older than the one that asks about them.
select max(greatest(session.query_start, session.state_change))
from pg_stat_activity as session
inner join pg_stat_activity as asking on asking.pid = pg_backend_pid()
where session.usename = current_user
    and session.datname = current_database()
    and session.application_name = asking.application_name
    and session.backend_start < asking.backend_start
