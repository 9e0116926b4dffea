-- What was known is kept row by row since V0013, and a table that keeps it is not emptied at one
-- stroke either: not by a login that was given the right by mistake, and not by the owner. Whoever
-- means it takes the trigger away first, and doctor says so until it is back.
create function warehouse.refuse_truncation()
returns trigger
language plpgsql
set search_path = pg_catalog
as $$
begin
    raise exception '% keeps what was known: it is not truncated', tg_table_name
        using errcode = 'integrity_constraint_violation';
end
$$;
comment on function warehouse.refuse_truncation() is
    'Refuses to empty a table that keeps what was known.';

-- A trigger of a statement is asked of the table that the statement names, so partitions have theirs.
create function warehouse.guard_from_truncation()
returns integer
language plpgsql
security definer
set search_path = pg_catalog
as $$
declare
    kept regclass;
    guarded integer := 0;
begin
    for kept in
        select relation.oid::regclass
        from pg_class as relation
        where relation.relnamespace = 'warehouse'::regnamespace
            and relation.relkind in ('r', 'p')
            and (relation.relname like 'fact\_%' or relation.relname like 'dim\_%\_version')
            and not exists (
                select 1
                from pg_trigger as known
                where known.tgrelid = relation.oid
                    and known.tgname = 'refuse_truncation'
            )
    loop
        execute format(
            'create trigger refuse_truncation before truncate on %s '
            'for each statement execute function warehouse.refuse_truncation()', kept);
        guarded := guarded + 1;
    end loop;
    return guarded;
end
$$;
comment on function warehouse.guard_from_truncation() is
    'Gives every table of facts and of versions of dimensions that has none the trigger that refuses to empty it; says how many.';
revoke all on function warehouse.guard_from_truncation() from public;
do $$
begin
    perform warehouse.guard_from_truncation();
end
$$;

create or replace function warehouse.prepare_years(last_year integer)
returns integer
language plpgsql
security definer
set search_path = pg_catalog
as $$
declare
    made integer := 0;
begin
    perform pg_advisory_xact_lock(hashtextextended('mengshi partitions', 0));
    for year in 2010..least(last_year, 2060) loop
        if to_regclass(format('warehouse.fact_observation_%s', year)) is null then
            execute format(
                'create table warehouse.fact_observation_%s partition of warehouse.fact_observation '
                'for values from (%s) to (%s)', year, year, year + 1);
            execute format(
                'comment on table warehouse.fact_observation_%s is '
                '''One row per figure of %s, as fact_observation.''', year, year);
            made := made + 1;
        end if;
    end loop;
    if made > 0 then
        perform warehouse.guard_from_truncation();
    end if;
    return made;
end
$$;
