create table ops.answer (
    answer_id bigint generated always as identity,
    submission_id bigint not null,
    finding_id text not null,
    kind text not null,
    text text not null,
    given_by text not null,
    given_at timestamptz not null,
    constraint pk_answer primary key (answer_id),
    constraint fk_answer_finding foreign key (submission_id, finding_id)
        references warehouse.fact_finding (submission_id, finding_id),
    constraint ck_answer_kind check (kind in ('EXPLANATION', 'WAIVER'))
);
create index ix_answer_finding on ops.answer (finding_id);
create index ix_answer_submission on ops.answer (submission_id);
comment on table ops.answer is
    'One row per answer given to a finding of a submission: an explanation, or a waiver with its reason.';
-- Who said what stays said.
revoke update on ops.answer from ${loader};
