-- One figure stands to another of the same form in a plausible relation: so many base units of the
-- one to each of the other.
select
    edit_key.edit_id,
    edit_key.submission_id,
    edit_key.indicator_code,
    edit_key.measure,
    edit_key.value as observed,
    edit_key.closed_by,
    case when other.value > 0 then other.value * edit_key.minimum end as lowest,
    case when other.value > 0 then other.value * edit_key.maximum end as highest,
    edit_key.rounding as tolerance,
    coalesce(other.blocked_by, case when other.value is null then 'NO_VALUE' end) as blocked_by,
    other_indicator.indicator_name as detail
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
