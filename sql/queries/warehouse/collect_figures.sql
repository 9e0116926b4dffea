-- The region's figure, in this order: its own published one; the sum of the areas, where the
-- indicator may be summed. Rates are never summed.
insert into staging.figure
    (indicator_code, period_year, end_month, measure, figure, source, published, areas_sum,
    areas_have, areas_want)
select
    regional.indicator_code,
    regional.period_year,
    regional.end_month,
    regional.measure,
    case
        when regional.published is not null then regional.published
        when indicator.regional_figure in ('published_or_sum', 'sum')
            and regional.measure in ('MONTH', 'YTD', 'YTD_LY', 'YTD_LY_COMP', 'QUARTER', 'END')
            then regional.areas_sum
    end,
    case
        when regional.published is not null then 'PUBLISHED'
        when indicator.regional_figure in ('published_or_sum', 'sum')
            and regional.measure in ('MONTH', 'YTD', 'YTD_LY', 'YTD_LY_COMP', 'QUARTER', 'END')
            and regional.areas_sum is not null
            then 'SUM'
    end,
    regional.published,
    regional.areas_sum,
    regional.areas_have,
    regional.areas_want
from warehouse.regional_figure as regional
inner join warehouse.dim_indicator as indicator
    on indicator.indicator_code = regional.indicator_code
where (regional.period_year = :period_year and regional.end_month <= :end_month)
    or (
        regional.period_year = :period_year - 1
        and regional.end_month in (:end_month, 12)
    )
