-- A figure lies within the bounds its nature sets, in base units.
select
    edit_id,
    submission_id,
    indicator_code,
    measure,
    value as observed,
    closed_by,
    minimum as lowest,
    maximum as highest,
    concat(
        coalesce(warehouse.plain(minimum / factor), '-∞'),
        '～',
        coalesce(warehouse.plain(maximum / factor), '+∞')
    ) as detail
from staging.edit_key
where edit_type = 'range'
    and (value is not null or blocked_by is not null)
