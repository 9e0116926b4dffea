-- Repeated whenever this file changes: what readers may see is the marts, and nothing else.
grant usage on schema mart to ${reader}, ${loader}, ${responder};
grant select on all tables in schema mart to ${reader}, ${loader};
grant execute on all functions in schema mart to ${reader}, ${loader};
grant select on mart.observation, mart.finding, mart.submission, mart.due_submission,
    mart.run, mart.edit_outcome to ${responder};
revoke all on mart.target_progress from ${responder};
revoke execute on function mart.target_progress_as_known(timestamptz)
    from public, ${responder};
