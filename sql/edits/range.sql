-- A figure lies within the bounds its nature sets, in base units.
insert into staging.comparison
    (edit_id, submission_id, indicator_code, measure, observed, closed_by, lowest, highest, detail)
select
    edit_id,
    submission_id,
    indicator_code,
    measure,
    value,
    closed_by,
    minimum,
    maximum,
    concat(
        coalesce(warehouse.plain(minimum / factor), '-∞'),
        '～',
        coalesce(warehouse.plain(maximum / factor), '+∞')
    )
from staging.edit_key
where edit_type = 'range'
    and (value is not null or blocked_by is not null)
