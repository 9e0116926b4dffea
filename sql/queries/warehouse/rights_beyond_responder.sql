-- What the asking login could see of targets; nothing of them goes back to a submitter.
select format('%I.%I', namespace.nspname, relation.relname)
from pg_class as relation
inner join pg_namespace as namespace on namespace.oid = relation.relnamespace
where namespace.nspname in ('ops', 'staging', 'warehouse', 'mart')
    and relation.relkind in ('r', 'p', 'v', 'm')
    and relation.relname like '%target%'
    and has_table_privilege(relation.oid, 'SELECT')
order by 1
