-- The other half of the conversation: what submitters write into the workbook they got back.

create table staging.returned_answer (
    submission_id bigint not null,
    ordinal integer not null,
    sheet text not null,
    cell text not null,
    finding_id text not null,
    text text not null,
    constraint pk_returned_answer primary key (submission_id, ordinal)
);
comment on table staging.returned_answer is
    'One row per answer written in a workbook that was returned to us, as it was read and not judged yet.';

alter table ops.submission
    add column is_returned boolean not null default false;
comment on column ops.submission.is_returned is
    'Whether the file is a workbook of ours that came back: it holds the sheet of an earlier answer.';

create table ops.returned_answer (
    submission_id bigint not null,
    ordinal integer not null,
    sheet text not null,
    cell text not null,
    finding_id text not null,
    text text not null,
    outcome text not null,
    judged_at timestamptz not null,
    run_id bigint not null,
    constraint pk_returned_answer primary key (submission_id, ordinal),
    constraint fk_returned_answer_submission foreign key (submission_id)
        references ops.submission (submission_id),
    constraint fk_returned_answer_run foreign key (run_id) references ops.run (run_id),
    constraint ck_returned_answer_outcome check (outcome in ('ACCEPTED', 'HARD', 'EMPTY',
        'TOO_SHORT', 'SET_PHRASE', 'REPEATED', 'SETTLED', 'OTHER_SUBMISSION', 'UNKNOWN_FINDING'))
);
comment on table ops.returned_answer is
    'One row per answer written in a returned workbook, with what it came to; accepted ones stand in ops.answer too.';

alter table ops.answer
    add column given_in bigint references ops.submission (submission_id);
comment on column ops.answer.given_in is
    'The returned workbook it was written in; null if it was given at the command line.';
