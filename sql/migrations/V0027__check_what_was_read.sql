-- Every figure under check was written down twice: as it was read, and laid out for the edits. Now
-- the edits look at what was read; laid out is only what stands beside it. And what every edit says
-- of every cell is counted as it is said, no longer written down first.
drop view if exists staging.edit_evaluation;
drop view if exists staging.edit_key;
drop table staging.comparison;

alter table staging.series rename to beside;
alter table staging.beside rename constraint pk_series to pk_beside;
alter index staging.ix_series_blocked rename to ix_beside_blocked;
alter table staging.beside drop column rounding;
comment on table staging.beside is
    'One row per submission, indicator and measure that is laid out beside what was read: published figures, and cells that could not be read.';

-- What edits look at comes first in a row: all that stands before it has to be passed over.
drop view if exists staging.blocked_cell;
alter table staging.observation rename to observation_before;
alter index staging.ix_observation_submission rename to ix_observation_before;
create table staging.observation (
    submission_id bigint not null,
    measure text not null,
    indicator_code text not null,
    value numeric,
    blocked_by text,
    is_blocked_hard boolean not null default false,
    factor numeric not null,
    step numeric not null,
    obs_status text not null,
    value_text text,
    value_as_written text not null,
    unit_as_written text not null,
    sheet text not null,
    cell text not null,
    line_code text not null
);
comment on table staging.observation is
    'One row per figure read from a submission that is not published yet, with its cell.';
comment on column staging.observation.blocked_by is
    'The code of the finding that the cell already has: further edits do not look at it.';
insert into staging.observation
    (submission_id, measure, indicator_code, value, factor, step, obs_status, value_text,
    value_as_written, unit_as_written, sheet, cell, line_code)
select
    submission_id, measure, indicator_code, value, factor, step, obs_status, value_text,
    value_as_written, unit_as_written, sheet, cell, line_code
from staging.observation_before;
create index ix_observation_submission on staging.observation (submission_id);
create index ix_observation_blocked on staging.observation (submission_id)
where blocked_by is not null;
-- Views that read the old table read the new one.
do $$
declare
    reading record;
begin
    for reading in
        select distinct
            rule.ev_class::regclass as name,
            replace(pg_get_viewdef(rule.ev_class), 'observation_before', 'observation') as text
        from pg_depend as dependency
        inner join pg_rewrite as rule on rule.oid = dependency.objid
        where dependency.classid = 'pg_rewrite'::regclass
            and dependency.refobjid = 'staging.observation_before'::regclass
    loop
        execute format('create or replace view %s as %s', reading.name, reading.text);
    end loop;
end
$$;
drop table staging.observation_before;

drop function if exists warehouse.rounding(text, numeric, numeric);

-- What edits came to of a submission is looked for by the submission: one index is enough.
drop index ops.ix_edit_outcome_submission;
alter table ops.edit_outcome
    drop constraint pk_edit_outcome,
    add constraint pk_edit_outcome primary key (submission_id, run_id, edit_id);
create index ix_edit_outcome_run on ops.edit_outcome
using brin (run_id) with (pages_per_range = 32, autosummarize = on);
