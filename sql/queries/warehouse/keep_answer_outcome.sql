insert into ops.returned_answer
    (submission_id, ordinal, sheet, cell, finding_id, text, outcome, judged_at, run_id)
select
    answer.submission_id,
    answer.ordinal,
    answer.sheet,
    answer.cell,
    answer.finding_id,
    answer.text,
    :outcome,
    :judged_at,
    :run_id
from staging.returned_answer as answer
where answer.submission_id = :submission_id
    and answer.ordinal = :ordinal
on conflict (submission_id, ordinal) do update
set outcome = excluded.outcome, judged_at = excluded.judged_at, run_id = excluded.run_id
