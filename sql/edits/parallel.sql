-- Two figures of one form, above all two growth rates, do not lie further apart than their nature
-- allows.
insert into staging.comparison
    (edit_id, submission_id, indicator_code, measure, observed, closed_by, lowest, highest,
    tolerance, blocked_by, detail)
select
    edit_key.edit_id,
    edit_key.submission_id,
    edit_key.indicator_code,
    edit_key.measure,
    edit_key.value,
    edit_key.closed_by,
    other.value,
    other.value,
    edit_key.declared_tolerance,
    other.blocked_by,
    other_indicator.indicator_name
from staging.edit_key as edit_key
inner join staging.series as other
    on other.submission_id = edit_key.submission_id
    and other.indicator_code = edit_key.operands
    and other.measure = edit_key.measure
inner join warehouse.dim_indicator as other_indicator
    on other_indicator.indicator_code = edit_key.operands
where edit_key.edit_type = 'parallel'
