-- Every base unit has its code for exchange.
select distinct
    indicator.base_unit
from warehouse.dim_indicator as indicator
where indicator.indicator_key <> 0
    and not exists (
        select 1
        from warehouse.dim_base_unit as unit
        where unit.base_unit = indicator.base_unit
    )
