-- What goes back to a submitter holds no target, pace or verdict. So that no later view can let
-- one through by oversight, the responder loses every right on whatever is called a target and
-- on everything that reads from it; a view gets its rights by default when it is created.

do $$
declare
    found record;
begin
    for found in
        with recursive about_targets (oid) as (
            select c.oid
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in ('staging', 'warehouse', 'mart', 'ops')
              and c.relkind in ('r', 'p', 'v', 'm', 'f')
              and c.relname like '%target%'
            union
            select r.ev_class
            from about_targets t
            join pg_depend d
              on d.refclassid = 'pg_class'::regclass
             and d.refobjid = t.oid
             and d.classid = 'pg_rewrite'::regclass
            join pg_rewrite r on r.oid = d.objid
        )
        select t.oid::regclass as relation
        from about_targets t
    loop
        execute format('revoke all on %s from ${responder}', found.relation);
    end loop;

    for found in
        select p.oid::regprocedure as routine
        from pg_proc p
        join pg_namespace n on n.oid = p.pronamespace
        where n.nspname in ('staging', 'warehouse', 'mart', 'ops')
          and p.prokind in ('f', 'p')
          and pg_get_functiondef(p.oid) ilike '%target%'
    loop
        execute format('revoke all on routine %s from ${responder}', found.routine);
    end loop;
end
$$;
