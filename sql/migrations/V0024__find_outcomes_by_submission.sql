-- A trace asks how the edits of one submission came out; without this it reads those of all runs.
create index ix_edit_outcome_submission on ops.edit_outcome (submission_id, run_id);
