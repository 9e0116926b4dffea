-- Three quarters of the time of the check step went into writing down every cell that an edit looks
-- at, and into looking its figure up again when the edit had said its bounds. Now the cells that
-- edits look at are a view, narrowed to one type by the statement that asks, and the figure travels
-- with its bounds; only what does not pass is looked up.
drop view if exists staging.edit_evaluation;
drop table staging.edit_key;
drop table staging.comparison;

create unlogged table staging.comparison (
    edit_id text not null,
    submission_id bigint not null,
    indicator_code text not null default '',
    measure text not null default '',
    observed numeric,
    closed_by text,
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
    expected_text text
);
comment on table staging.comparison is
    'One row per edit, submission and cell that the edits under way looked at: the figure and the bounds it has to keep, or whether it holds.';
comment on column staging.comparison.closed_by is
    'The code of the finding that keeps the edit from the cell itself.';
comment on column staging.comparison.blocked_by is
    'Why there is nothing to compare with: the code of the finding at the other cell, or a word such as NO_LAST_YEAR.';
grant truncate on staging.comparison to ${loader};

-- Lists of lines, measures, areas and months are taken apart once, when the rule book is loaded, so
-- that cells are met by equality alone and the planner knows how few there are.
create table staging.edit_scope (
    edit_id text not null,
    edit_type text not null,
    level smallint not null,
    severity text not null,
    form_code text not null,
    indicator_code text not null,
    measure text not null,
    operands text,
    minimum numeric,
    maximum numeric,
    tolerance numeric,
    valid_from date not null,
    valid_to date not null,
    area_keys smallint[],
    months smallint[],
    constraint pk_edit_scope primary key (edit_type, edit_id, indicator_code, measure)
);
comment on table staging.edit_scope is
    'One row per edit in force, line and measure that it looks at; the line * stands for all lines of the form.';
grant truncate on staging.edit_scope to ${loader};

-- Two keys were looked up for each of the counts, of which there are as many as edits times
-- submissions. They are inserted by one statement out of the submissions under check, no login may
-- delete a run or a submission, and sql/checks/outcome_without_submission.sql proves it.
alter table ops.edit_outcome
    drop constraint fk_edit_outcome_run,
    drop constraint fk_edit_outcome_submission;
