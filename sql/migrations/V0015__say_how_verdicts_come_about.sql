-- A verdict keeps what it was held against, where its figure comes from and how sure it is, so that
-- pages and traces show what judging used and need not work it out again.
alter table staging.judgement
    add column expected_time numeric,
    add column expected_profile numeric,
    add column threshold numeric,
    add column tolerance numeric,
    add column source text,
    add column areas_value numeric,
    add column baseline numeric,
    add column share_lowest numeric,
    add column share_highest numeric,
    add column profile_years smallint,
    add column assigned_value numeric,
    add column inputs text;

alter table warehouse.fact_target_progress
    add column expected_time numeric,
    add column expected_profile numeric,
    add column threshold numeric,
    add column tolerance numeric,
    add column source text,
    add column areas_value numeric,
    add column baseline numeric,
    add column share_lowest numeric,
    add column share_highest numeric,
    add column profile_years smallint,
    add column revision_noise numeric,
    add column assigned_value numeric,
    add column inputs text;
comment on column warehouse.fact_target_progress.expected_time is
    'What was due by now if every month brought a twelfth.';
comment on column warehouse.fact_target_progress.expected_profile is
    'What was due by now if the year went as the one before.';
comment on column warehouse.fact_target_progress.threshold is
    'The figure at which the target counts as met, the tolerance allowed for.';
comment on column warehouse.fact_target_progress.source is
    'Where the figure comes from: PUBLISHED, SUM of the areas, LEVELS of the areas, RATES of the areas by the weight of their base, RATIO, MEAN of months, RELATION, STAGE or AREA.';
comment on column warehouse.fact_target_progress.areas_value is
    'What the areas'' figures come to where the region''s own decides.';
comment on column warehouse.fact_target_progress.share_lowest is
    'The smallest share of a whole year that any of the years before had by this month.';
comment on column warehouse.fact_target_progress.revision_noise is
    'How far a revision usually moves the figure, in per cent for quantities and in points for rates, as known when the verdict was written.';
comment on column warehouse.fact_target_progress.assigned_value is
    'The area''s part of the target, where a document gave it one.';
comment on column warehouse.fact_target_progress.inputs is
    'The series that the verdict rests on, each indicator, period and measure, parted by |; with the publication they name the facts.';

create table staging.revision_noise (
    indicator_code text not null,
    measure text not null,
    percent numeric,
    points numeric,
    constraint pk_revision_noise primary key (indicator_code, measure)
);
comment on table staging.revision_noise is
    'One row per indicator and measure that was ever revised: how far a revision usually moves it, in per cent and in its own unit.';
grant truncate on staging.revision_noise to ${loader};

-- What a document gave an area to do of a regional target. Without one there is none: a share of the
-- region is a contribution and no task.
create table warehouse.dim_target_assignment (
    assignment_key integer generated always as identity,
    target_id text not null,
    area_code text not null,
    catalogue_version text not null,
    value numeric not null,
    unit text not null,
    value_in_base numeric not null,
    document text not null,
    note text,
    recorded_at timestamptz not null default clock_timestamp(),
    superseded_at timestamptz,
    constraint pk_dim_target_assignment primary key (assignment_key)
);
create unique index uq_dim_target_assignment_current
    on warehouse.dim_target_assignment (target_id, area_code) where superseded_at is null;
comment on table warehouse.dim_target_assignment is
    'One row per target, area and wording of the task that a document gave it: a changed catalogue adds rows and closes the old ones.';
grant update (superseded_at) on warehouse.dim_target_assignment to ${loader};
revoke all on warehouse.dim_target_assignment from ${responder};
