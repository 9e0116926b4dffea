-- What lies in our schemas and does not belong to the asking login, the owner.
select format('%I.%I', namespace.nspname, relation.relname)
from pg_class as relation
inner join pg_namespace as namespace on namespace.oid = relation.relnamespace
where namespace.nspname in ('ops', 'staging', 'warehouse', 'mart', 'batch')
    and relation.relkind in ('r', 'p', 'v', 'm', 'S')
    and not pg_has_role(relation.relowner, 'USAGE')
order by 1
