-- A figure lies within the bounds its nature sets, in base units.
insert into staging.comparison
    (edit_id, submission_id, indicator_code, measure, lowest, highest, detail)
select
    edit_id,
    submission_id,
    indicator_code,
    measure,
    minimum,
    maximum,
    concat(
        coalesce(warehouse.plain(minimum / factor), '-∞'),
        ' … ',
        coalesce(warehouse.plain(maximum / factor), '+∞')
    )
from staging.edit_key
where value is not null
    or blocked_by is not null
