insert into ops.edit_outcome as known
    (run_id, edit_id, submission_id, passed, failed, not_checkable)
select
    :run_id,
    edit_id,
    submission_id,
    count(*) filter (where outcome = 'passed'),
    count(*) filter (where outcome = 'failed'),
    count(*) filter (where outcome = 'not_checkable')
from staging.edit_evaluation
group by edit_id, submission_id
on conflict (run_id, edit_id, submission_id) do update
set
    passed = excluded.passed,
    failed = excluded.failed,
    not_checkable = excluded.not_checkable
