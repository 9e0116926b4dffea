-- The region's figure, in this order: its own published one; the sum of the areas, where the
-- indicator may be summed. Rates are never summed. An area has answered when its form is published
-- and the figure is not one that exists but was not given; leaving an optional line blank is an
-- answer: there is none of it.
insert into staging.figure
    (indicator_code, period_year, end_month, measure, figure, source, published, areas_sum,
    areas_have, areas_want)
with
totals as materialized (
    select
        indicator_code,
        period_year,
        end_month,
        measure,
        max(value) filter (where is_region) as published,
        sum(value) filter (where not is_region) as areas_sum
    from staging.area_figure
    group by indicator_code, period_year, end_month, measure
),

published_forms as materialized (
    select form.form_code, period.period_year, period.end_month, submission.area_key
    from ops.submission as submission
    inner join warehouse.dim_form as form on form.form_key = submission.form_key
    inner join warehouse.dim_period as period
        on period.period_key = submission.period_key
        and period.period_year between :period_year - 5 and :period_year
        and period.end_month in (:end_month, 12)
    inner join warehouse.dim_area as area
        on area.area_key = submission.area_key
        and area.kind in ('league', 'city')
    where submission.state = 'PUBLISHED'
),

withheld as materialized (
    select distinct indicator_code, period_year, end_month, area_key
    from staging.area_figure
    where obs_status in ('L', 'O', 'Q')
        and measure in ('YTD', 'END')
),

-- Of last year also whom loaded history speaks for.
answered as materialized (
    select
        indicator.indicator_code,
        published_forms.period_year,
        published_forms.end_month,
        published_forms.area_key
    from warehouse.dim_indicator as indicator
    inner join published_forms on published_forms.form_code = indicator.authoritative_form
    union
    select indicator_code, period_year, end_month, area_key
    from staging.area_figure
    where not is_region
        and period_year = :period_year - 1
        and end_month in (:end_month, 12)
        and measure in ('YTD', 'END')
),

answers as materialized (
    select
        answered.indicator_code,
        answered.period_year,
        answered.end_month,
        count(*) as areas_have
    from answered
    left join withheld
        on withheld.indicator_code = answered.indicator_code
        and withheld.period_year = answered.period_year
        and withheld.end_month = answered.end_month
        and withheld.area_key = answered.area_key
    where withheld.area_key is null
    group by
        answered.indicator_code,
        answered.period_year,
        answered.end_month
),

sourced as (
    select
        totals.*,
        case
            when totals.published is not null then 'PUBLISHED'
            when totals.areas_sum is not null
                and indicator.regional_figure in ('published_or_sum', 'sum')
                and totals.measure in ('MONTH', 'YTD', 'YTD_LY', 'YTD_LY_COMP', 'QUARTER', 'END')
                then 'SUM'
        end as source
    from totals
    inner join warehouse.dim_indicator as indicator
        on indicator.indicator_code = totals.indicator_code
)

select
    sourced.indicator_code,
    sourced.period_year,
    sourced.end_month,
    sourced.measure,
    case sourced.source
        when 'PUBLISHED' then sourced.published
        when 'SUM' then sourced.areas_sum
    end,
    sourced.source,
    sourced.published,
    sourced.areas_sum,
    coalesce(answers.areas_have, 0),
    (select count(*) from warehouse.dim_area where kind in ('league', 'city'))
from sourced
left join answers
    on answers.indicator_code = sourced.indicator_code
    and answers.period_year = sourced.period_year
    and answers.end_month = sourced.end_month
