-- What the asking login may do to the whole server; the work needs none of it.
select power.name
from pg_roles as role
cross join lateral (
    values
        ('superuser', role.rolsuper),
        ('createrole', role.rolcreaterole),
        ('createdb', role.rolcreatedb),
        ('replication', role.rolreplication),
        ('bypassrls', role.rolbypassrls)
) as power (name, granted)
where role.rolname = current_user
    and power.granted
order by power.name
