-- Spring Batch 6.0.6's own tables (schema-postgresql.sql of spring-batch-core), moved into the
-- schema batch; its table prefix is batch.batch_. Column names and types are Spring Batch's.

create table batch.batch_job_instance (
    job_instance_id bigint not null,
    version bigint,
    job_name varchar(100) not null,
    job_key varchar(32) not null,
    constraint pk_batch_job_instance primary key (job_instance_id),
    constraint uq_batch_job_instance unique (job_name, job_key)
);

comment on table batch.batch_job_instance is
    'One row per job and set of identifying parameters.';

create table batch.batch_job_execution (
    job_execution_id bigint not null,
    version bigint,
    job_instance_id bigint not null,
    create_time timestamp not null,
    start_time timestamp default null,
    end_time timestamp default null,
    status varchar(10),
    exit_code varchar(2500),
    exit_message varchar(2500),
    last_updated timestamp,
    constraint pk_batch_job_execution primary key (job_execution_id),
    constraint fk_batch_job_execution_instance foreign key (job_instance_id)
        references batch.batch_job_instance (job_instance_id)
);

create index ix_batch_job_execution_instance
    on batch.batch_job_execution (job_instance_id);

comment on table batch.batch_job_execution is
    'One row per attempt to run a job instance.';

create table batch.batch_job_execution_params (
    job_execution_id bigint not null,
    parameter_name varchar(100) not null,
    parameter_type varchar(100) not null,
    parameter_value varchar(2500),
    identifying char(1) not null,
    constraint fk_batch_job_execution_params_execution foreign key (job_execution_id)
        references batch.batch_job_execution (job_execution_id)
);

create index ix_batch_job_execution_params_execution
    on batch.batch_job_execution_params (job_execution_id);

comment on table batch.batch_job_execution_params is
    'One row per job execution and parameter.';

create table batch.batch_step_execution (
    step_execution_id bigint not null,
    version bigint not null,
    step_name varchar(100) not null,
    job_execution_id bigint not null,
    create_time timestamp not null,
    start_time timestamp default null,
    end_time timestamp default null,
    status varchar(10),
    commit_count bigint,
    read_count bigint,
    filter_count bigint,
    write_count bigint,
    read_skip_count bigint,
    write_skip_count bigint,
    process_skip_count bigint,
    rollback_count bigint,
    exit_code varchar(2500),
    exit_message varchar(2500),
    last_updated timestamp,
    constraint pk_batch_step_execution primary key (step_execution_id),
    constraint fk_batch_step_execution_job foreign key (job_execution_id)
        references batch.batch_job_execution (job_execution_id)
);

create index ix_batch_step_execution_job
    on batch.batch_step_execution (job_execution_id);

comment on table batch.batch_step_execution is
    'One row per attempt to run a step, or a partition of one, within a job execution.';

create table batch.batch_step_execution_context (
    step_execution_id bigint not null,
    short_context varchar(2500) not null,
    serialized_context text,
    constraint pk_batch_step_execution_context primary key (step_execution_id),
    constraint fk_batch_step_execution_context_step foreign key (step_execution_id)
        references batch.batch_step_execution (step_execution_id)
);

comment on table batch.batch_step_execution_context is
    'One row per step execution: what it needs to continue where it stood.';

create table batch.batch_job_execution_context (
    job_execution_id bigint not null,
    short_context varchar(2500) not null,
    serialized_context text,
    constraint pk_batch_job_execution_context primary key (job_execution_id),
    constraint fk_batch_job_execution_context_job foreign key (job_execution_id)
        references batch.batch_job_execution (job_execution_id)
);

comment on table batch.batch_job_execution_context is
    'One row per job execution: what its steps share.';

create sequence batch.batch_step_execution_seq maxvalue 9223372036854775807 no cycle;
create sequence batch.batch_job_execution_seq maxvalue 9223372036854775807 no cycle;
create sequence batch.batch_job_instance_seq maxvalue 9223372036854775807 no cycle;
