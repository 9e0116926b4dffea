-- One figure stands to another of the same form in a plausible relation: so many base units of the
-- one to each of the other.
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
    case when other.value > 0 then other.value * edit_key.minimum end,
    case when other.value > 0 then other.value * edit_key.maximum end,
    edit_key.rounding,
    coalesce(other.blocked_by, case when other.value is null then 'NO_VALUE' end),
    other_indicator.indicator_name
from staging.edit_key as edit_key
inner join staging.series as other
    on other.submission_id = edit_key.submission_id
    and other.indicator_code = edit_key.operands
    and other.measure = edit_key.measure
    -- Where there is none of the other, there is no relation to it.
    and (other.value > 0 or other.value is null)
inner join warehouse.dim_indicator as other_indicator
    on other_indicator.indicator_code = edit_key.operands
where edit_key.edit_type = 'relation'
    and (edit_key.value is not null or edit_key.blocked_by is not null)
