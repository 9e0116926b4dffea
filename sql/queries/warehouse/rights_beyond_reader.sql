-- What the asking login could write, or read outside the marts; the reader does neither.
select format('%I.%I', namespace.nspname, relation.relname)
from pg_class as relation
inner join pg_namespace as namespace on namespace.oid = relation.relnamespace
where namespace.nspname in ('ops', 'staging', 'warehouse', 'mart', 'batch')
    and relation.relkind in ('r', 'p', 'v', 'm')
    and (
        has_table_privilege(relation.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')
        or (
            namespace.nspname <> 'mart'
            and has_schema_privilege(namespace.oid, 'USAGE')
            and has_table_privilege(relation.oid, 'SELECT')
        )
    )
order by 1
