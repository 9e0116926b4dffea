-- What each area brings to the region's amount and growth, as known at a publication: its figures,
-- its names and the way its indicators may be added up. The base is the same period of last year on
-- the comparable basis, else as published, else as reported then; a rate without a level counts by
-- the weight of its base.
create or replace function mart.area_contribution_on(
    known_publication bigint, shown_period text
)
returns table (
    indicator_code text,
    indicator_name text,
    indicator_name_en text,
    period text,
    area_code text,
    area_name text,
    area_name_en text,
    measure text,
    value numeric,
    base_unit text,
    share_percent numeric,
    base_value numeric,
    weight_percent numeric,
    growth_percent numeric,
    growth_source text,
    contribution_points numeric,
    value_rank bigint,
    value_rank_before bigint,
    value_rank_change bigint,
    growth_rank bigint,
    growth_rank_before bigint,
    growth_rank_change bigint,
    areas_have bigint,
    areas_with_growth bigint
)
language sql
stable
security definer
set search_path = pg_catalog
as $$
    with
    asked as materialized (
        select
            publication.publication_id,
            publication.form_version,
            publication.catalogue_version,
            period.frequency,
            period.period_year,
            period.end_month
        from ops.publication as publication
        cross join warehouse.dim_period as period
        where publication.publication_id = known_publication
            and period.period = shown_period
    ),

    told as materialized (
        select
            indicator.indicator_key,
            indicator.indicator_code,
            indicator.indicator_name,
            indicator.indicator_name_en,
            indicator.base_unit,
            -- Real growth is never derived from levels at current prices.
            indicator.regional_figure in ('published_or_sum', 'sum') as may_be_summed,
            form.form_key
        from asked
        inner join warehouse.dim_indicator_version as indicator
            on indicator.form_version = asked.form_version
            and indicator.nature in ('flow', 'stock')
        inner join warehouse.dim_form_version as form
            on form.form_version = asked.form_version
            and form.form_code = indicator.authoritative_form
        where exists (
            select 1
            from warehouse.dim_target as target
            where target.indicator_code = indicator.indicator_code
                and target.catalogue_version = asked.catalogue_version
        )
    ),

    of_areas as (
        select
            fact.indicator_key,
            fact.area_key,
            month.period_year,
            month.end_month,
            max(fact.value) filter (where fact.measure in ('YTD', 'END')) as value,
            max(fact.measure) filter (where fact.measure in ('YTD', 'END')) as measure,
            max(fact.value) filter (where fact.measure = 'YTD_LY_COMP') as comparable,
            max(fact.value) filter (where fact.measure = 'YTD_LY') as published,
            max(fact.value) filter (where fact.measure = 'YOY_YTD') as rate
        from asked
        inner join warehouse.dim_period as month
            on month.frequency = asked.frequency
            and month.period_year in (asked.period_year, asked.period_year - 1)
            and month.end_month in (asked.end_month, asked.end_month - 1)
        inner join warehouse.fact_observation as fact
            on fact.period_year = month.period_year
            and fact.period_key = month.period_key
            and fact.publication_id <= asked.publication_id
            and (fact.superseded_by is null or fact.superseded_by > asked.publication_id)
        inner join told
            on told.indicator_key = fact.indicator_key
            and told.form_key = fact.form_key
        inner join warehouse.dim_area_version as area
            on area.form_version = asked.form_version
            and area.area_key = fact.area_key
            and area.kind in ('league', 'city')
        where fact.value is not null
            and fact.measure in ('YTD', 'YTD_LY', 'YTD_LY_COMP', 'YOY_YTD', 'END')
        group by fact.indicator_key, fact.area_key, month.period_year, month.end_month
    ),

    based as (
        select
            now.*,
            coalesce(now.comparable, now.published, before.value) as base
        from of_areas as now
        inner join asked on asked.period_year = now.period_year
        left join of_areas as before
            on before.indicator_key = now.indicator_key
            and before.area_key = now.area_key
            and before.period_year = now.period_year - 1
            and before.end_month = now.end_month
            and before.measure = now.measure
    ),

    grown as (
        select
            based.*,
            case
                when based.base > 0 and based.value is not null and told.may_be_summed
                    then 100 * (based.value / based.base - 1)
                when based.base > 0 then based.rate
            end as growth,
            case
                when based.base > 0 and based.value is not null and told.may_be_summed
                    then 'LEVELS'
                when based.base > 0 and based.rate is not null then 'RATE'
            end as growth_source
        from based
        inner join told on told.indicator_key = based.indicator_key
    ),

    ranked as (
        select
            grown.*,
            100 * grown.value / nullif(sum(grown.value) over indicators, 0) as share,
            100 * grown.base / nullif(
                sum(grown.base) filter (where grown.growth is not null) over indicators, 0
            ) as weight,
            case
                when grown.value is not null
                    then rank() over (partition by grown.indicator_key, grown.end_month
                        order by grown.value desc nulls last)
            end as value_rank,
            case
                when grown.growth is not null
                    then rank() over (partition by grown.indicator_key, grown.end_month
                        order by grown.growth desc nulls last)
            end as growth_rank,
            count(grown.value) over indicators as areas_have,
            count(grown.growth) over indicators as areas_with_growth
        from grown
        window indicators as (partition by grown.indicator_key, grown.end_month)
    )

    select
        told.indicator_code,
        told.indicator_name,
        told.indicator_name_en,
        shown_period,
        area.area_code,
        area.area_name,
        area.area_name_en,
        now.measure,
        now.value,
        told.base_unit,
        now.share,
        now.base,
        case when now.growth is not null then now.weight end,
        now.growth,
        now.growth_source,
        now.weight * now.growth / 100,
        now.value_rank,
        before.value_rank,
        before.value_rank - now.value_rank,
        now.growth_rank,
        before.growth_rank,
        before.growth_rank - now.growth_rank,
        now.areas_have,
        now.areas_with_growth
    from asked
    inner join ranked as now on now.end_month = asked.end_month
    inner join told on told.indicator_key = now.indicator_key
    inner join warehouse.dim_area_version as area
        on area.form_version = asked.form_version
        and area.area_key = now.area_key
    left join ranked as before
        on before.indicator_key = now.indicator_key
        and before.area_key = now.area_key
        and before.end_month = asked.end_month - 1
    where now.value is not null or now.growth is not null
    order by told.indicator_code, now.value_rank, area.area_code
$$;
comment on function mart.area_contribution_on(bigint, text) is
    'One row per indicator of a target and area in a period, as known at a publication: its share of the region''s amount, its weight in the base, what it brings to the growth in percentage points, and its places now and a month before. A contribution is no task.';

create or replace function mart.area_contribution_of(
    asked_period text, as_known timestamptz default null
)
returns table (
    indicator_code text,
    period text,
    area_code text,
    area_name text,
    measure text,
    value numeric,
    base_unit text,
    share_percent numeric,
    base_value numeric,
    weight_percent numeric,
    growth_percent numeric,
    growth_source text,
    contribution_points numeric,
    value_rank bigint,
    value_rank_before bigint,
    value_rank_change bigint,
    growth_rank bigint,
    growth_rank_before bigint,
    growth_rank_change bigint,
    areas_have bigint,
    areas_with_growth bigint
)
language sql
stable
security definer
set search_path = pg_catalog
as $$
    select
        contribution.indicator_code,
        contribution.period,
        contribution.area_code,
        contribution.area_name,
        contribution.measure,
        contribution.value,
        contribution.base_unit,
        contribution.share_percent,
        contribution.base_value,
        contribution.weight_percent,
        contribution.growth_percent,
        contribution.growth_source,
        contribution.contribution_points,
        contribution.value_rank,
        contribution.value_rank_before,
        contribution.value_rank_change,
        contribution.growth_rank,
        contribution.growth_rank_before,
        contribution.growth_rank_change,
        contribution.areas_have,
        contribution.areas_with_growth
    from (
        select max(publication.publication_id) as publication_id
        from ops.publication as publication
        where publication.facts_closed_at <= coalesce(as_known, 'infinity')
    ) as known
    cross join lateral mart.area_contribution_on(known.publication_id, asked_period) as contribution
$$;
comment on function mart.area_contribution_of(text, timestamptz) is
    'One row per indicator of a target and area in a period, as known at a moment: its share of the region''s amount, its weight in the base, what it brings to the growth in percentage points, and its places now and a month before. A contribution is no task.';

create or replace view mart.area_contribution as
select contribution.*
from (
    select distinct progress.period
    from mart.target_progress as progress
) as judged
cross join lateral mart.area_contribution_of(judged.period) as contribution;
comment on view mart.area_contribution is
    'One row per judged period, indicator of a target and area: what the area brings to the region''s amount and growth. A contribution is no task.';

-- What the year would come to if it went on so, and whether that would do. Nothing is projected for
-- what is not in season yet: nought by June says nothing of an autumn harvest.
create or replace function mart.target_projection_on(known_publication bigint, shown_period text)
returns table (
    target_id text,
    projected_time numeric,
    projected_profile numeric,
    projected_lowest numeric,
    projected_highest numeric,
    profile_years smallint,
    meets_by_time boolean,
    meets_by_profile boolean
)
language sql
stable
security definer
set search_path = pg_catalog
as $$
    select
        progress.target_id,
        progress.projected_time,
        progress.projected_profile,
        progress.projected_lowest,
        progress.projected_highest,
        progress.profile_years,
        warehouse.is_met(progress.modality, progress.direction, progress.projected_time,
            progress.target_value, progress.tolerance),
        warehouse.is_met(progress.modality, progress.direction, progress.projected_profile,
            progress.target_value, progress.tolerance)
    from ops.publication as known
    inner join mart.target_progress_vintage as progress
        on progress.recorded_at <= known.judged_at
        and (progress.superseded_at is null or progress.superseded_at > known.judged_at)
    where known.publication_id = known_publication
        and progress.period = shown_period
        and not progress.is_assigned
        and coalesce(progress.projected_time, progress.projected_profile) is not null
        and not ('NOT_IN_SEASON' = any (string_to_array(coalesce(progress.verdict_reason, ''), ';')))
$$;
comment on function mart.target_projection_on(bigint, text) is
    'One row per target that can be projected in a period, as known at a publication: what the year would come to by either pace, between which bounds, and whether that would meet the target. A projection, never a fact.';

create or replace function mart.assignment_progress_on(known_publication bigint, shown_period text)
returns table (
    target_id text,
    area_code text,
    area_name text,
    area_name_en text,
    document text,
    target_value numeric,
    actual_value numeric,
    completion numeric,
    pace_time numeric,
    pace_profile numeric,
    verdict text,
    verdict_reason text
)
language sql
stable
security definer
set search_path = pg_catalog
as $$
    select
        progress.target_id,
        progress.area_code,
        area.area_name,
        area.area_name_en,
        assignment.document,
        progress.target_value,
        progress.actual_value,
        progress.completion,
        progress.pace_time,
        progress.pace_profile,
        progress.verdict,
        progress.verdict_reason
    from ops.publication as known
    inner join mart.target_progress_vintage as progress
        on progress.recorded_at <= known.judged_at
        and (progress.superseded_at is null or progress.superseded_at > known.judged_at)
    inner join warehouse.dim_area_version as area
        on area.form_version = known.form_version
        and area.area_code = progress.area_code
    left join warehouse.dim_target_assignment as assignment
        on assignment.catalogue_version = known.catalogue_version
        and assignment.target_id = progress.target_id
        and assignment.area_code = progress.area_code
    where known.publication_id = known_publication
        and progress.period = shown_period
        and progress.is_assigned
$$;
comment on function mart.assignment_progress_on(bigint, text) is
    'One row per target and area that a document gave a part of it to do, in a period, as known at a publication: how far the area is.';

-- None of this is for a submitter.
revoke all on mart.area_contribution from ${responder};
revoke all on function mart.area_contribution_on(bigint, text),
    mart.area_contribution_of(text, timestamptz), mart.target_projection_on(bigint, text),
    mart.assignment_progress_on(bigint, text) from public, ${responder};
grant execute on function mart.area_contribution_on(bigint, text),
    mart.area_contribution_of(text, timestamptz), mart.target_projection_on(bigint, text),
    mart.assignment_progress_on(bigint, text) to ${reader}, ${loader};
