-- Each figure was entered into three indexes. One order is enough for what people ask, a series; the
-- index of it is the key as well: a series has one current figure, and one for each publication that
-- replaced it. What nights ask, a month, a submission or a publication, lies together on the disk as
-- it came in, and is found by block ranges.
alter table warehouse.fact_observation drop constraint pk_fact_observation;
drop index warehouse.ix_fact_observation_submission;
drop index warehouse.ix_fact_observation_publication;
create index ix_fact_observation_blocks on warehouse.fact_observation
using brin (publication_id, submission_id, period_key)
with (pages_per_range = 32, autosummarize = on);
