-- What the asking login needs for its work and may not do: the privilege, and on what.
select
    lower(need.privilege) as privilege,
    format('%I.%I', namespace.nspname, relation.relname) as relation,
    current_user::text as login
from (
    values
        ('loader', 'staging', 'SELECT'),
        ('loader', 'staging', 'INSERT'),
        ('loader', 'staging', 'DELETE'),
        ('loader', 'ops', 'SELECT'),
        ('loader', 'ops', 'INSERT'),
        ('loader', 'warehouse', 'SELECT'),
        ('loader', 'warehouse', 'INSERT'),
        ('loader', 'batch', 'SELECT'),
        ('loader', 'batch', 'INSERT'),
        ('loader', 'batch', 'UPDATE'),
        ('loader', 'mart', 'SELECT'),
        ('reader', 'mart', 'SELECT')
) as need (login, schema_name, privilege)
inner join pg_namespace as namespace on namespace.nspname = need.schema_name
inner join pg_class as relation on relation.relnamespace = namespace.oid
where need.login = :login
    and relation.relkind in ('r', 'p', 'v')
    and relation.relname <> 'flyway_schema_history'
    and not (relation.relkind = 'v' and need.privilege <> 'SELECT')
    -- States of findings are remembered by a trigger, not by the loader.
    and not (relation.relname = 'fact_finding_state' and need.privilege = 'INSERT')
    and not coalesce(has_table_privilege(relation.oid, need.privilege), false)
order by relation.relname, need.privilege
