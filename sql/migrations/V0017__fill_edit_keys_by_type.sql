-- The cells that edits look at were a view, joined anew by every statement of the check step, with
-- lists of indicators taken apart for every cell. Now they are laid out once per type of edits.
-- Keys and comparisons are filled and read in one transaction, so neither outlives a crash: what is
-- resumed fills them again.
drop view if exists staging.edit_key;
drop view if exists staging.edit_evaluation;

create unlogged table staging.edit_key (
    edit_id text not null,
    operands text,
    minimum numeric,
    maximum numeric,
    declared_tolerance numeric,
    area_key smallint not null,
    period_key integer not null,
    end_month smallint not null,
    previous_key integer,
    last_year_key integer,
    submission_id bigint not null,
    form_code text not null,
    indicator_code text not null,
    measure text not null,
    value numeric,
    factor numeric not null,
    step numeric not null,
    rounding numeric not null,
    blocked_by text
);
comment on table staging.edit_key is
    'One row per edit of the type under way and cell that it looks at.';
grant truncate on staging.edit_key to ${loader};

-- That no edit speaks twice of a cell is refused where it matters, by the keys of the results.
alter table staging.comparison drop constraint pk_comparison;
alter table staging.comparison set unlogged;

-- Whole sets are joined by hashing; a cell that others look at is found by its series.
drop index staging.ix_reference_series;
drop index staging.ix_reference_submission;
