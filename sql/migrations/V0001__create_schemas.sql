-- The five schemas and who may do what in them. Rights on tables and views that come later follow
-- from the default privileges below, so that no migration can forget them; a later migration
-- grants what is particular (updates of single columns) and takes back what must not be seen.

-- The schema ops is there already: the history of these migrations stands in it.

create schema staging;
create schema warehouse;
create schema mart;
create schema batch;

comment on schema ops is
    'Submissions, arrivals, runs, publications: how the work stands';
comment on schema staging is
    'What was read and not yet published';
comment on schema warehouse is
    'Facts and dimensions; facts are only ever added';
comment on schema mart is
    'The views people and programs read';
comment on schema batch is
    'Spring Batch''s own tables';

-- The public gets nothing.

do $$
begin
    execute format('revoke all on database %I from public', current_database());
    execute format(
        'grant connect on database %I to ${loader}, ${reader}, ${responder}',
        current_database());
    execute format(
        'grant temporary on database %I to ${loader}',
        current_database());
end
$$;

revoke all on schema public from public;
alter default privileges revoke execute on functions from public;

-- The loader works in staging, keeps the ledger in ops, and adds to the warehouse. It has no right
-- to update, delete or truncate anything in the warehouse.

grant usage on schema ops, staging, warehouse, mart, batch to ${loader};

alter default privileges in schema staging
    grant select, insert, update, delete on tables to ${loader};
alter default privileges in schema staging
    grant usage, select on sequences to ${loader};
alter default privileges in schema staging
    grant execute on functions to ${loader};

alter default privileges in schema ops
    grant select, insert, update on tables to ${loader};
alter default privileges in schema ops
    grant usage, select on sequences to ${loader};
alter default privileges in schema ops
    grant execute on functions to ${loader};

alter default privileges in schema warehouse
    grant select, insert on tables to ${loader};
alter default privileges in schema warehouse
    grant usage, select on sequences to ${loader};
alter default privileges in schema warehouse
    grant execute on functions to ${loader};

alter default privileges in schema batch
    grant all on tables to ${loader};
alter default privileges in schema batch
    grant all on sequences to ${loader};

-- The marts are for reading, by everybody who has a login.

grant usage on schema mart to ${reader}, ${responder};

alter default privileges in schema mart
    grant select on tables to ${loader}, ${reader}, ${responder};
alter default privileges in schema mart
    grant execute on functions to ${loader}, ${reader}, ${responder};
