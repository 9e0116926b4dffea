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
    mart.assignment, mart.assignment_progress from ${responder};
