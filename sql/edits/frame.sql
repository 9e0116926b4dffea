-- A field of the form's frame that must be filled in: signers answer for the figures.
insert into staging.edit_evaluation
    (edit_id, submission_id, finding_key, outcome, line_code, detail)
select
    edit.edit_id,
    subject.submission_id,
    edit.operands,
    case
        when coalesce(submission.frame ->> edit.operands, '') = '' then 'failed'
        else 'passed'
    end,
    edit.operands,
    edit.operands
from warehouse.dim_edit as edit
inner join staging.subject as subject
    on subject.form_code = edit.form_code
    and subject.state <> 'PUBLISHED'
inner join ops.submission as submission
    on submission.submission_id = subject.submission_id
where edit.is_current
    and edit.edit_type = 'frame'
