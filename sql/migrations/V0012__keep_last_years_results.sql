-- What the report says of the year before: the ground its targets start from.
create table warehouse.dim_actual (
    actual_key integer generated always as identity,
    actual_id text not null,
    catalogue_version text not null,
    result_year smallint not null,
    paragraph integer not null,
    phrase text not null,
    indicator_code text,
    indicator_zh text not null,
    qualifier text not null,
    is_preliminary boolean not null,
    value numeric not null,
    unit text not null,
    value_in_base numeric not null,
    base_unit text not null,
    kind text not null,
    scope_kind text not null,
    scope text not null,
    target_id text,
    note text,
    recorded_at timestamptz not null default clock_timestamp(),
    superseded_at timestamptz,
    constraint pk_dim_actual primary key (actual_key)
);
create unique index uq_dim_actual_current
    on warehouse.dim_actual (actual_id) where superseded_at is null;
create unique index uq_dim_actual_target
    on warehouse.dim_actual (target_id) where superseded_at is null;
comment on table warehouse.dim_actual is
    'One row per figure of last year in the report and wording of it: a changed catalogue adds rows and closes the old ones.';
grant update on warehouse.dim_actual to ${loader};

-- A target said again is one target with further places, each paragraph:phrase.
alter table warehouse.dim_target add column also_at text;
-- How far a milestone must have come.
alter table warehouse.dim_target add column required_stage text;
