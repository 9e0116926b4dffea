-- Each figure was entered into six indexes, each in another order: half the time of publishing. Two
-- orders are enough. The figures of a submission lie side by side in the first, and so does a month;
-- a series lies side by side in the second, which also sees to it that a series has one current
-- figure, and one for each publication that replaced it.
alter table warehouse.fact_observation
    drop constraint pk_fact_observation,
    add constraint pk_fact_observation primary key
        (period_key, area_key, form_key, indicator_key, measure, period_year, publication_id);
drop index warehouse.uq_fact_observation_current;
drop index warehouse.ix_fact_observation_series;
drop index warehouse.ix_fact_observation_period;
create unique index uq_fact_observation_series on warehouse.fact_observation
    (indicator_key, area_key, period_key, measure, form_key, period_year, superseded_by)
nulls not distinct;

-- Publications follow one another on the disk as they do in time.
drop index warehouse.ix_fact_observation_publication;
create index ix_fact_observation_publication on warehouse.fact_observation
using brin (publication_id) with (autosummarize = on);

-- Staging is asked for whole submissions. A figure staged twice is refused by the key of the series.
alter table staging.observation drop constraint pk_observation;
create index ix_observation_submission on staging.observation (submission_id);

-- The working tables of the step check are laid out anew by every run. After a crash of the server
-- they are empty, and so is the note that they were laid out: whoever goes on lays them out again.
alter table staging.subject set unlogged;
alter table staging.series set unlogged;
-- Whole sets are joined by hashing; nobody looks up a row of it.
alter table staging.reference drop constraint pk_reference;
alter table staging.reference set unlogged;
create unlogged table staging.layout (
    run_id bigint not null,
    constraint pk_layout primary key (run_id)
);
comment on table staging.layout is
    'One row per run for which the working tables of the step check are laid out: the last one, none after a crash of the server.';
grant truncate on staging.layout to ${loader};
