-- A file loaded as history may hold many areas and periods: a submission for each.
alter table ops.submission add column part_of bigint;
alter table ops.submission add column expected_form text;
alter table ops.submission
    add constraint fk_submission_part foreign key (part_of) references ops.submission (submission_id);
create index ix_submission_part on ops.submission (part_of) where part_of is not null;
comment on column ops.submission.part_of is
    'The first submission of the same file, where a file holds several; null for the first one and for a file of its own.';
comment on column ops.submission.expected_form is
    'The form a file was loaded as by the job backfill; null for what was sent. Loaded files get no answer.';

-- How a form lies before its reader: portrait, landscape, or a crosstab of others'' figures.
alter table warehouse.dim_form add column orientation text not null default 'portrait';
alter table warehouse.dim_form
    add constraint ck_dim_form_orientation
        check (orientation in ('portrait', 'landscape', 'crosstab'));
comment on column warehouse.dim_form.orientation is
    'A crosstab is history loaded from tables of others: it stands in where an indicator''s own form has no figure.';
