-- An edit says between which bounds a figure has to lie; the outcome, the place and the unit are the
-- same sum for all of them and are worked out by the view staging.edit_evaluation.
drop view if exists staging.edit_key;
drop view if exists staging.blocked_cell;
drop table staging.edit_evaluation;

create table staging.comparison (
    edit_id text not null,
    submission_id bigint not null,
    indicator_code text not null default '',
    measure text not null default '',
    lowest numeric,
    highest numeric,
    tolerance numeric,
    expected numeric,
    holds boolean,
    blocked_by text,
    line_code text,
    unit text,
    factor numeric,
    detail text,
    observed_text text,
    expected_text text,
    constraint pk_comparison primary key (edit_id, submission_id, indicator_code, measure)
);
comment on table staging.comparison is
    'One row per edit, submission and cell that the edits under way looked at: the bounds it has to keep, or whether it holds.';
comment on column staging.comparison.blocked_by is
    'Why there is nothing to compare with: the code of the finding at the other cell, or a word such as NO_LAST_YEAR.';
grant truncate on staging.comparison to ${loader};

alter table staging.subject
    add column lowest_level smallint not null default 0,
    add column frame jsonb not null default '{}';
comment on column staging.subject.lowest_level is
    'The lowest level of the edits that look at it: 0, but 2 for what is published.';

alter table staging.series
    add column value_text text,
    add column value_as_written text not null default '',
    add column rounding numeric not null default 0,
    add column blocked_by text,
    add column is_blocked_hard boolean not null default false;
comment on column staging.series.rounding is
    'How far the true figure may lie from the written one: half a step, and nothing for what is counted one by one.';
comment on column staging.series.blocked_by is
    'The code of the finding that the cell already has: further edits do not look at it.';

alter table staging.reference
    add column rounding numeric not null default 0,
    add column blocked_by text;
create index ix_reference_submission on staging.reference (submission_id);
-- Edits that compare areas go from the series to its areas.
create index ix_reference_series on staging.reference
    (form_code, period_key, indicator_code, measure);

-- The finding of a type of edits stands in seeds/edit_type.csv, so that a new type needs no migration.
alter table warehouse.dim_edit alter column finding_code drop expression;
alter table warehouse.dim_edit
    add column areas text,
    add column months text;
create index ix_series_blocked on staging.series (submission_id) where blocked_by is not null;
