-- Vintages of a series follow each other: each ends later than it began, and before the next holds.
select
    older.area_key,
    older.indicator_key,
    older.period_key,
    older.measure,
    older.form_key,
    older.publication_id,
    older.superseded_by
from warehouse.fact_observation as older
where older.superseded_by is not null
    and (
        older.superseded_by <= older.publication_id
        or not exists (
            select 1
            from ops.publication as ending
            where ending.publication_id = older.superseded_by
        )
        or exists (
            select 1
            from warehouse.fact_observation as newer
            where newer.period_year = older.period_year
                and newer.area_key = older.area_key
                and newer.indicator_key = older.indicator_key
                and newer.period_key = older.period_key
                and newer.measure = older.measure
                and newer.form_key = older.form_key
                and newer.publication_id > older.publication_id
                and newer.publication_id < older.superseded_by
        )
    )
union all
select
    older.area_key,
    null,
    older.period_key,
    older.target_id,
    null,
    older.publication_id,
    older.superseded_by
from warehouse.fact_target_progress as older
where older.superseded_by <= older.publication_id
    or exists (
        select 1
        from warehouse.fact_target_progress as newer
        where newer.target_id = older.target_id
            and newer.area_key = older.area_key
            and newer.period_key = older.period_key
            and newer.publication_id > older.publication_id
            and newer.publication_id < older.superseded_by
    )
