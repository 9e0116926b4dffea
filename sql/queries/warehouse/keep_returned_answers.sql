insert into staging.returned_answer (submission_id, ordinal, sheet, cell, finding_id, text)
select
    answer.submission_id,
    answer.ordinal,
    answer.sheet,
    answer.cell,
    answer.finding_id,
    answer.text
from jsonb_to_recordset(:rows::jsonb) as answer (
    submission_id bigint, ordinal integer, sheet text, cell text, finding_id text, text text
)
