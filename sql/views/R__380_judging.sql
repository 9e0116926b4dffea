-- What the word that binds a target's figure allows, in one place for every kind of target, and what
-- the verdicts come to over time, over areas and at the end of the year.

-- Which way is good: a bound word says it itself.
create or replace function warehouse.way(modality text, direction text)
returns text
language sql
immutable
as $$
    select case
        when modality in ('at_least', 'exceed') then 'up'
        when modality in ('at_most', 'below') then 'down'
        else coalesce(direction, 'up')
    end
$$;

-- The tolerance that a word admits; a bound word admits none.
create or replace function warehouse.leeway(modality text, tolerance numeric)
returns numeric
language sql
immutable
as $$
    select case
        when modality in ('at_least', 'exceed', 'at_most', 'below') then 0
        else coalesce(tolerance, 0)
    end
$$;

-- The figure at which a target counts as met.
create or replace function warehouse.threshold(
    modality text, direction text, aim numeric, tolerance numeric
)
returns numeric
language sql
immutable
as $$
    select case warehouse.way(modality, direction)
        when 'up' then aim - warehouse.leeway(modality, tolerance)
        when 'down' then aim + warehouse.leeway(modality, tolerance)
        else aim
    end
$$;

-- 超过 and 低于 leave the figure itself out, 以上 and 以下 take it in, 左右, 近, 保持 and 同步 have the
-- tolerance that the catalogue declares.
create or replace function warehouse.is_met(
    modality text, direction text, actual numeric, aim numeric, tolerance numeric
)
returns boolean
language sql
immutable
as $$
    select case
        when modality = 'exceed' then actual > aim
        when modality = 'below' then actual < aim
        when warehouse.way(modality, direction) = 'up'
            then actual >= aim - warehouse.leeway(modality, tolerance)
        when warehouse.way(modality, direction) = 'down'
            then actual <= aim + warehouse.leeway(modality, tolerance)
        else abs(actual - aim) <= warehouse.leeway(modality, tolerance)
    end
$$;

-- How many points a rate lies on the good side of its threshold. Where both sides miss, being inside
-- is on pace and never ahead.
create or replace function warehouse.points_beyond(
    modality text, direction text, actual numeric, aim numeric, tolerance numeric
)
returns numeric
language sql
immutable
as $$
    select case warehouse.way(modality, direction)
        when 'up' then actual - aim + warehouse.leeway(modality, tolerance)
        when 'down' then aim + warehouse.leeway(modality, tolerance) - actual
        else least(warehouse.leeway(modality, tolerance) - abs(actual - aim), 0)
    end
$$;

-- Where another reading of the word would turn the verdict round, that is said.
create or replace function warehouse.other_reading(
    modality text, direction text, actual numeric, aim numeric, tolerance numeric
)
returns text
language sql
immutable
as $$
    select case
        when modality in ('about', 'near')
            and warehouse.is_met(modality, direction, actual, aim, tolerance)
            and not warehouse.is_met(modality, direction, actual, aim, 0)
            then 'ABOUT_DECIDES'
        -- Read as a ceiling, a lower figure would be within it.
        when modality = 'about' and direction = 'both' and actual < aim - tolerance
            then 'READINGS_DIFFER'
        -- Read as not falling back, running ahead would be in step.
        when modality = 'in_step' and direction = 'both' and actual > aim + tolerance
            then 'READINGS_DIFFER'
    end
$$;

-- A series as traces name it.
create or replace function warehouse.series(
    indicator_code text, period_year integer, end_month integer, measure text
)
returns text
language sql
immutable
as $$
    select indicator_code || ' ' || period_year || '-' || lpad(end_month::text, 2, '0') || ' '
        || measure
$$;

create or replace view mart.target_status_history as
with
judged as (
    select
        progress.target_id,
        progress.area_code,
        progress.period,
        progress.verdict,
        progress.verdict_reason,
        progress.actual_value,
        progress.completion,
        progress.judged_at,
        progress.verdict in ('WATCH', 'BEHIND') as is_missed,
        period.period_year
    from mart.target_progress as progress
    inner join warehouse.dim_period as period on period.period = progress.period
),

first_judged as (
    select distinct on (vintage.target_id, vintage.area_code, vintage.period)
        vintage.target_id,
        vintage.area_code,
        vintage.period,
        vintage.verdict,
        vintage.recorded_at
    from mart.target_progress_vintage as vintage
    order by vintage.target_id, vintage.area_code, vintage.period, vintage.publication_id
)

select
    judged.target_id,
    judged.area_code,
    judged.period,
    judged.verdict,
    judged.verdict_reason,
    judged.actual_value,
    judged.completion,
    lag(judged.verdict) over months as verdict_before,
    lag(judged.actual_value) over months as actual_before,
    judged.is_missed,
    count(*) filter (where judged.is_missed) over months as months_missed,
    (array_agg(judged.period) filter (where judged.is_missed) over months)[1] as first_missed,
    string_agg(judged.period, '|') filter (where judged.is_missed) over months as missed_periods,
    judged.verdict in ('ON_PACE', 'AHEAD', 'ACHIEVED')
        and coalesce(count(*) filter (where judged.is_missed) over months, 0) > 0 as is_recovered,
    first_judged.verdict as verdict_at_first,
    first_judged.recorded_at as first_judged_at,
    judged.judged_at
from judged
inner join first_judged
    on first_judged.target_id = judged.target_id
    and first_judged.area_code = judged.area_code
    and first_judged.period = judged.period
window months as (
    partition by judged.target_id, judged.area_code, judged.period_year
    order by judged.period
    rows between unbounded preceding and current row
);
comment on view mart.target_status_history is
    'One row per target, area and period: the verdict now and at first, and every earlier month of the year that was missed; a later recovery takes none of them back.';

create or replace view mart.target_projection as
select
    progress.target_id,
    progress.area_code,
    progress.period,
    progress.indicator_code,
    progress.target_value,
    progress.base_unit,
    progress.actual_value,
    progress.expected_time,
    progress.expected_profile,
    progress.projected_time,
    progress.projected_profile,
    progress.projected_lowest,
    progress.projected_highest,
    progress.profile_years,
    round(progress.projected_time / nullif(progress.target_value, 0), 6) as completion_time,
    round(progress.projected_profile / nullif(progress.target_value, 0), 6)
        as completion_profile,
    'PROJECTION' as nature
from mart.target_progress as progress
where progress.projected_time is not null;
comment on view mart.target_projection is
    'One row per target, area and period before the year''s last: what the year would come to by either pace, and between which bounds where two or more years give a profile. A projection, never a fact.';

create or replace view mart.dual_target as
select
    amount.target_id,
    rate.target_id as growth_target_id,
    amount.indicator_code,
    amount.indicator_zh,
    amount.area_code,
    amount.period,
    amount.phrase,
    rate.phrase as growth_phrase,
    amount.verdict,
    rate.verdict as growth_verdict,
    amount.actual_value,
    rate.actual_value as growth_actual,
    case
        when 'CANNOT_JUDGE' in (amount.verdict, rate.verdict) then null
        else amount.verdict in ('ACHIEVED', 'AHEAD', 'ON_PACE')
            = (rate.verdict in ('ACHIEVED', 'AHEAD', 'ON_PACE'))
    end as do_agree
from mart.target_progress as amount
inner join mart.target_progress as rate
    on rate.indicator_code = amount.indicator_code
    and rate.area_code = amount.area_code
    and rate.period = amount.period
    and rate.kind = 'growth'
where amount.kind in ('volume', 'level');
comment on view mart.dual_target is
    'One row per pair of targets that bind an amount and its growth, area and period: both verdicts, and whether they agree; null where one cannot be judged.';

-- What each area brings to the region's amount and growth. The base is the same period of last year
-- on the comparable basis, else as published, else as reported then; a rate without a level counts
-- by the weight of its base.
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
    with
    known as materialized (
        select
            seen.indicator_code,
            month.period_year,
            month.end_month,
            seen.area_code,
            seen.measure,
            seen.value
        from warehouse.dim_period as asked
        inner join warehouse.dim_period as month
            on month.frequency = asked.frequency
            and (
                (month.period_year = asked.period_year
                    and month.end_month in (asked.end_month, asked.end_month - 1))
                or (month.period_year = asked.period_year - 1
                    and month.end_month in (asked.end_month, asked.end_month - 1))
            )
        inner join mart.observation_vintage as seen on seen.period = month.period
        inner join warehouse.dim_indicator as indicator
            on indicator.indicator_code = seen.indicator_code
            and indicator.authoritative_form = seen.form_code
            and indicator.nature in ('flow', 'stock')
        inner join warehouse.dim_area as area
            on area.area_code = seen.area_code
            and area.kind in ('league', 'city')
        where asked.period = asked_period
            and seen.value is not null
            and seen.measure in ('YTD', 'YTD_LY', 'YTD_LY_COMP', 'YOY_YTD', 'END')
            and exists (
                select 1
                from warehouse.dim_target as target
                where target.indicator_code = seen.indicator_code
            )
            and case
                when as_known is null then seen.superseded_at is null
                else seen.recorded_at <= as_known
                    and (seen.superseded_at is null or seen.superseded_at > as_known)
            end
    ),

    of_areas as (
        select
            now.indicator_code,
            now.period_year,
            now.end_month,
            now.area_code,
            max(now.value) filter (where now.measure in ('YTD', 'END')) as value,
            max(now.measure) filter (where now.measure in ('YTD', 'END')) as measure,
            max(now.value) filter (where now.measure = 'YTD_LY_COMP') as comparable,
            max(now.value) filter (where now.measure = 'YTD_LY') as published,
            max(now.value) filter (where now.measure = 'YOY_YTD') as rate
        from known as now
        group by now.indicator_code, now.period_year, now.end_month, now.area_code
    ),

    based as (
        select
            now.*,
            coalesce(now.comparable, now.published, before.value) as base
        from of_areas as now
        left join of_areas as before
            on before.indicator_code = now.indicator_code
            and before.area_code = now.area_code
            and before.period_year = now.period_year - 1
            and before.end_month = now.end_month
            and before.measure = now.measure
        where now.period_year = (
            select asked.period_year
            from warehouse.dim_period as asked
            where asked.period = asked_period
        )
    ),

    grown as (
        select
            based.*,
            case
                when based.base > 0 and based.value is not null and indicator.may_be_summed
                    then 100 * (based.value / based.base - 1)
                when based.base > 0 then based.rate
            end as growth,
            case
                when based.base > 0 and based.value is not null and indicator.may_be_summed
                    then 'LEVELS'
                when based.base > 0 and based.rate is not null then 'RATE'
            end as growth_source
        from based
        -- Real growth is never derived from levels at current prices.
        inner join (
            select
                indicator_code,
                regional_figure in ('published_or_sum', 'sum') as may_be_summed
            from warehouse.dim_indicator
        ) as indicator on indicator.indicator_code = based.indicator_code
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
                    then rank() over (partition by grown.indicator_code, grown.end_month
                        order by grown.value desc nulls last)
            end as value_rank,
            case
                when grown.growth is not null
                    then rank() over (partition by grown.indicator_code, grown.end_month
                        order by grown.growth desc nulls last)
            end as growth_rank,
            count(grown.value) over indicators as areas_have,
            count(grown.growth) over indicators as areas_with_growth
        from grown
        window indicators as (partition by grown.indicator_code, grown.end_month)
    )

    select
        now.indicator_code,
        asked_period,
        now.area_code,
        area.area_name,
        now.measure,
        now.value,
        indicator.base_unit,
        round(now.share, 2),
        now.base,
        case when now.growth is not null then round(now.weight, 2) end,
        round(now.growth, 2),
        now.growth_source,
        round(now.weight * now.growth / 100, 4),
        now.value_rank,
        before.value_rank,
        before.value_rank - now.value_rank,
        now.growth_rank,
        before.growth_rank,
        before.growth_rank - now.growth_rank,
        now.areas_have,
        now.areas_with_growth
    from warehouse.dim_period as asked
    inner join ranked as now on now.end_month = asked.end_month
    inner join warehouse.dim_area as area on area.area_code = now.area_code
    inner join warehouse.dim_indicator as indicator
        on indicator.indicator_code = now.indicator_code
    left join ranked as before
        on before.indicator_code = now.indicator_code
        and before.area_code = now.area_code
        and before.end_month = asked.end_month - 1
    where asked.period = asked_period
        and (now.value is not null or now.growth is not null)
    order by now.indicator_code, now.value_rank, now.area_code
$$;
comment on function mart.area_contribution_of(text, timestamptz) is
    'One row per indicator of a target and area in a period: its share of the region''s amount, its weight in the base, what it brings to the growth in percentage points, and its places now and a month before. A contribution is no task.';

create or replace view mart.area_contribution as
select contribution.*
from (
    select distinct progress.period
    from mart.target_progress as progress
) as judged
cross join lateral mart.area_contribution_of(judged.period) as contribution;
comment on view mart.area_contribution is
    'One row per judged period, indicator of a target and area: what the area brings to the region''s amount and growth. A contribution is no task.';

create or replace view mart.assignment as
select
    assignment.target_id,
    assignment.area_code,
    assignment.value,
    assignment.unit,
    assignment.value_in_base,
    assignment.document,
    assignment.note
from warehouse.dim_target_assignment as assignment
where assignment.superseded_at is null;
comment on view mart.assignment is
    'One row per target and area that a document gave a part of it to do.';

create or replace view mart.assignment_progress as
select progress.*, assignment.document
from mart.target_progress as progress
left join mart.assignment as assignment
    on assignment.target_id = progress.target_id
    and assignment.area_code = progress.area_code
where progress.is_assigned;
comment on view mart.assignment_progress is
    'One row per assigned target, area and period: how far the area is with what a document gave it to do.';

-- None of this is for a submitter.
revoke all on mart.target_status_history, mart.target_projection, mart.dual_target,
    mart.area_contribution, mart.assignment, mart.assignment_progress from ${responder};
revoke all on function mart.area_contribution_of(text, timestamptz) from public, ${responder};
