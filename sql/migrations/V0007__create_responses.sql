create table ops.response (
    run_id bigint not null,
    submission_id bigint not null,
    answered_at timestamptz not null,
    path text not null,
    sha256 text not null,
    constraint pk_response primary key (run_id, submission_id),
    constraint fk_response_run foreign key (run_id) references ops.run (run_id),
    constraint fk_response_submission foreign key (submission_id)
        references ops.submission (submission_id)
);
comment on table ops.response is
    'One row per run and submission answered in it: which file of the outbox tells its submitter what became of it.';
comment on column ops.response.path is
    'Below the outbox: the annotated workbook, or the receipt where there is nothing to annotate.';
create index ix_response_submission on ops.response (submission_id);

-- Answers are named after the file sent, without what an earlier answer added to the name; a name
-- that was used before needs a number. The view mart.run_answer has the same expression.
create index ix_submission_stem on ops.submission (
    area_key,
    lower(regexp_replace(file_name, '((_报送[0-9]+)?_审核结果)*(\.[^.]*)?$', ''))
);

-- Findings that a later submission brought to light are sent out as well.
create index ix_fact_finding_found_at on warehouse.fact_finding (found_at);
