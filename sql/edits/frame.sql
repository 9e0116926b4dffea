-- A field of the form's frame that must be filled in: signers answer for the figures.
select
    edit.edit_id,
    subject.submission_id,
    coalesce(subject.frame ->> edit.operands, '') <> '' as holds,
    edit.operands as line_code,
    edit.operands as detail
from warehouse.dim_edit as edit
inner join staging.subject as subject
    on subject.form_code = edit.form_code
    and edit.level >= subject.lowest_level
where edit.is_current
    and edit.edit_type = 'frame'
