-- Facts the asking login could alter or delete; the jobs may only add.
select format('%I.%I', namespace.nspname, relation.relname)
from pg_class as relation
inner join pg_namespace as namespace on namespace.oid = relation.relnamespace
where namespace.nspname = 'warehouse'
    and relation.relname like 'fact\_%'
    and relation.relkind in ('r', 'p')
    and has_table_privilege(relation.oid, 'UPDATE, DELETE, TRUNCATE')
order by 1
