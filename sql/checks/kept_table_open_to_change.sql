-- Every table of facts and of versions refuses to be changed, deleted from and truncated.
select
    relation.relname as table_name,
    wanted.name as missing
from pg_class as relation
cross join (values ('refuse_change'), ('refuse_truncation')) as wanted (name)
where relation.relnamespace = 'warehouse'::regnamespace
    and relation.relkind in ('r', 'p')
    and (relation.relname like 'fact\_%' or relation.relname like 'dim\_%\_version')
    and not exists (
        select 1
        from pg_trigger as known
        where known.tgrelid = relation.oid
            and known.tgname = wanted.name
            and known.tgenabled in ('O', 'A')
    )
