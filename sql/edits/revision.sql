-- A later version that changes or withdraws a published figure says why, in the frame's 更正说明. A
-- figure is its number, its stage or the mark in its place.
select
    edit.edit_id,
    subject.submission_id,
    published.indicator_code,
    published.measure,
    stated.value as observed,
    case when stated.is_blocked_hard or edit.severity <> 'ERROR' then stated.blocked_by end
        as closed_by,
    coalesce(subject.frame ->> 'correction_reason', '') <> ''
    or (stated.value, stated.value_text, stated.obs_status)
        is not distinct from (published.value, published.value_text, published.obs_status) as holds,
    published.value as expected,
    published.line_code,
    published.unit,
    published.factor,
    coalesce(stated.value_text, nullif(stated.value_as_written, ''), '—') as observed_text,
    coalesce(published.value_text, published.value_as_written) as expected_text
from warehouse.dim_edit as edit
inner join staging.subject as subject
    on subject.form_code = edit.form_code
    and subject.lowest_level < edit.level
inner join staging.beside as published
    on published.area_key = subject.area_key
    and published.form_code = subject.form_code
    and published.period_key = subject.period_key
    and not published.is_subject
left join staging.series as stated
    on stated.submission_id = subject.submission_id
    and stated.indicator_code = published.indicator_code
    and stated.measure = published.measure
where edit.is_current
    and edit.edit_type = 'revision'
