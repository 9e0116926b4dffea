-- A revision may change a stage or a mark, which is no number.
alter table staging.edit_evaluation
    add column observed_text text,
    add column expected_text text;
alter table staging.edit_result
    add column observed_text text,
    add column expected_text text;
