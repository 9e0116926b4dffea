-- Six foreign keys were looked up for every fact, one row at a time: four fifths of the time of publishing. Facts are
-- inserted by one statement that joins its dimensions, no login may delete from a dimension, and
-- sql/checks/fact_without_dimension.sql proves it.
alter table warehouse.fact_observation
    drop constraint fk_fact_observation_area,
    drop constraint fk_fact_observation_indicator,
    drop constraint fk_fact_observation_period,
    drop constraint fk_fact_observation_form,
    drop constraint fk_fact_observation_publication,
    drop constraint fk_fact_observation_submission;
