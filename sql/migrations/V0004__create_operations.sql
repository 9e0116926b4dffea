create table ops.seed_version (
    seed text not null,
    version text not null,
    loaded_at timestamptz not null default clock_timestamp(),
    constraint pk_seed_version primary key (seed)
);
comment on table ops.seed_version is
    'One row per group of seed files (forms, rule book, catalogue) with the fingerprint loaded last.';

create table ops.run (
    run_id bigint generated always as identity,
    job text not null,
    status text not null,
    parameters jsonb not null,
    started_at timestamptz not null,
    ended_at timestamptz,
    started_by text not null,
    attempts integer not null default 1,
    program_version text not null,
    form_version text not null,
    rule_book_version text not null,
    catalogue_version text not null,
    failure text,
    constraint pk_run primary key (run_id),
    constraint ck_run_status
        check (status in ('STARTED', 'COMPLETED', 'FAILED', 'STOPPED'))
);
comment on table ops.run is
    'One row per run of a job, over all its attempts; STARTED without a living owner means killed.';

create table ops.submission (
    submission_id bigint generated always as identity,
    file_name text not null,
    file_sha256 text not null,
    file_size bigint not null,
    received_at timestamptz not null,
    received_run bigint not null,
    state text not null,
    reason_code text,
    area_key smallint not null default 0,
    form_key smallint not null default 0,
    period_key integer not null default 0,
    version integer,
    frame jsonb not null default '{}',
    read_with text,
    duplicate_of bigint,
    published_at timestamptz,
    constraint pk_submission primary key (submission_id),
    constraint fk_submission_run foreign key (received_run) references ops.run (run_id),
    constraint fk_submission_area foreign key (area_key)
        references warehouse.dim_area (area_key),
    constraint fk_submission_form foreign key (form_key)
        references warehouse.dim_form (form_key),
    constraint fk_submission_period foreign key (period_key)
        references warehouse.dim_period (period_key),
    constraint fk_submission_duplicate foreign key (duplicate_of)
        references ops.submission (submission_id),
    constraint uq_submission_version unique (area_key, form_key, period_key, version),
    constraint ck_submission_state check (state in ('RECEIVED', 'READ', 'HELD', 'REJECTED',
        'PUBLISHED', 'SUPERSEDED', 'DUPLICATE', 'ANSWERED'))
);
comment on table ops.submission is
    'One row per file taken in: whose, which form and period, which version, and what became of it.';
comment on column ops.submission.read_with is
    'Form, rule book and program version it was last read with; a held or rejected file is looked at again when this changes.';
create index ix_submission_sha256 on ops.submission (file_sha256);
create index ix_submission_state on ops.submission (state)
    where state in ('RECEIVED', 'READ', 'HELD');

create table ops.arrival (
    arrival_id bigint generated always as identity,
    path text not null,
    file_sha256 text not null,
    file_size bigint not null,
    modified_at timestamptz not null,
    arrived_at timestamptz not null,
    run_id bigint not null,
    submission_id bigint not null,
    constraint pk_arrival primary key (arrival_id),
    constraint uq_arrival unique (path, file_sha256, modified_at),
    constraint fk_arrival_run foreign key (run_id) references ops.run (run_id),
    constraint fk_arrival_submission foreign key (submission_id)
        references ops.submission (submission_id)
);
comment on table ops.arrival is
    'One row per file seen in an inbox: a file that could not be moved away is known again by it.';

create table ops.run_item (
    run_id bigint not null,
    submission_id bigint not null,
    partition_no integer not null,
    read_outcome text,
    constraint pk_run_item primary key (run_id, submission_id),
    constraint fk_run_item_run foreign key (run_id) references ops.run (run_id),
    constraint fk_run_item_submission foreign key (submission_id)
        references ops.submission (submission_id),
    constraint ck_run_item_outcome
        check (read_outcome in ('READ', 'REJECTED', 'OTHER_PERIOD'))
);
create index ix_run_item_unread on ops.run_item (run_id, partition_no)
    where read_outcome is null;
comment on table ops.run_item is
    'One row per run and submission it took: the manifest, frozen before reading begins.';

create table ops.publication (
    publication_id bigint generated always as identity,
    run_id bigint not null,
    opened_at timestamptz not null,
    facts_closed_at timestamptz,
    judged_at timestamptz,
    form_version text not null,
    rule_book_version text not null,
    catalogue_version text not null,
    constraint pk_publication primary key (publication_id),
    constraint uq_publication_run unique (run_id),
    constraint uq_publication_closed unique (facts_closed_at),
    constraint fk_publication_run foreign key (run_id) references ops.run (run_id)
);
comment on table ops.publication is
    'One row per publication, at most one a run; its facts are visible once it is closed.';

create table ops.edit_outcome (
    run_id bigint not null,
    edit_id text not null,
    submission_id bigint not null,
    passed integer not null,
    failed integer not null,
    not_checkable integer not null,
    constraint pk_edit_outcome primary key (run_id, edit_id, submission_id),
    constraint fk_edit_outcome_run foreign key (run_id) references ops.run (run_id),
    constraint fk_edit_outcome_submission foreign key (submission_id)
        references ops.submission (submission_id)
);
comment on table ops.edit_outcome is
    'One row per run, edit and submission: how many keys passed, failed or could not be checked.';

create table ops.run_period (
    run_id bigint not null,
    period_key integer not null,
    judged_at timestamptz,
    constraint pk_run_period primary key (run_id, period_key),
    constraint fk_run_period_run foreign key (run_id) references ops.run (run_id)
);
comment on table ops.run_period is
    'One row per run and period it has to judge; judged_at is set when it is done.';
