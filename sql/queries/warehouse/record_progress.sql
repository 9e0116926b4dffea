-- Bands make verdicts; a row is added only where something differs from the publication before.
insert into warehouse.fact_target_progress
    (target_id, area_key, period_key, publication_id, target_key, actual_value, completion,
    pace_time, pace_profile, required_rest, verdict, verdict_reason, coverage, judged_at,
    expected_time, expected_profile, threshold, tolerance, source, areas_value, baseline,
    share_lowest, share_highest, profile_years, revision_noise, assigned_value, inputs)
with
noisy as (
    select
        judgement.*,
        target.pace,
        target.kind,
        warehouse.way(target.modality, target.direction) as way,
        case
            when judgement.basis = 'points' and judgement.source in ('LEVELS', 'RATIO')
                then coalesce(quantity.percent, part.percent)
            when judgement.basis = 'points' then coalesce(rate.points, part_rate.points)
            else quantity.percent
        end as revision_noise
    from staging.judgement as judgement
    inner join warehouse.dim_target as target on target.target_key = judgement.target_key
    left join warehouse.dim_indicator as indicator
        on indicator.indicator_code = target.indicator_code
    left join staging.revision_noise as quantity
        on quantity.indicator_code = target.indicator_code
        and quantity.measure = case when target.kind = 'level' then 'END' else 'YTD' end
    left join staging.revision_noise as part
        on part.indicator_code = indicator.numerator
        and part.measure = 'YTD'
    left join staging.revision_noise as rate
        on rate.indicator_code = target.indicator_code
        and rate.measure = case when target.kind = 'mean' then 'MONTH' else 'YOY_YTD' end
    left join staging.revision_noise as part_rate
        on part_rate.indicator_code = indicator.numerator
        and part_rate.measure = 'YOY_YTD'
        and target.kind = 'relation'
),

-- The noise in the terms that the bands are in: a part of the pace, or points.
scaled as (
    select
        noisy.*,
        case
            when basis = 'pace' then abs(deciding) * revision_noise / 100
            when source = 'LEVELS' then (100 + actual_value) * revision_noise / 100
            when source = 'RATIO' then abs(actual_value) * revision_noise / 100
            else revision_noise
        end as noise
    from noisy
),

banded as (
    select
        scaled.*,
        warehouse.verdict_in_band(basis, deciding) as band,
        warehouse.verdict_in_band(basis, other_deciding) as other_band,
        warehouse.verdict_in_band(basis, deciding - noise) as band_below,
        warehouse.verdict_in_band(basis, deciding + noise) as band_above,
        is_met and (
            (kind in ('volume', 'milestone') and way <> 'down')
            or :end_month = 12
        ) as is_achieved,
        -- What is compared with the target itself, or with it at the year's end, is not on pace
        -- before it is met: more than 4 is not 4.
        not is_met and (basis = 'points' or :end_month = 12) as is_short
    from scaled
),

judged as (
    select
        banded.*,
        case
            when banded.reason is not null then 'CANNOT_JUDGE'
            when banded.is_achieved then 'ACHIEVED'
            when banded.pace = 'both' and banded.band <> banded.other_band
                then 'PACES_DISAGREE'
            when banded.is_short and banded.band in ('AHEAD', 'ON_PACE') then 'WATCH'
            else banded.band
        end as verdict,
        coalesce(
            banded.reason,
            nullif(concat_ws(
                ';',
                banded.note,
                case
                    when banded.pace in ('time', 'profile') and banded.band <> banded.other_band
                        then 'PACES_DIFFER'
                end,
                case
                    when banded.noise > 0
                        and case
                            when banded.is_achieved and banded.basis = 'pace'
                                then abs(banded.actual_value - banded.threshold)
                                    <= abs(banded.actual_value) * banded.revision_noise / 100
                            when banded.is_achieved
                                then abs(banded.actual_value - banded.threshold) <= banded.noise
                            else banded.band_below <> banded.band
                                or banded.band_above <> banded.band
                        end
                        then 'REVISION_NOISE'
                end
            ), '')
        ) as verdict_reason,
        case
            when banded.coverage_want is not null
                then banded.coverage_have || '/' || banded.coverage_want
        end as coverage
    from banded
)

select
    judged.target_id,
    judged.area_key,
    judged.period_key,
    :publication_id,
    judged.target_key,
    judged.actual_value,
    judged.completion,
    judged.pace_time,
    judged.pace_profile,
    judged.required_rest,
    judged.verdict,
    judged.verdict_reason,
    judged.coverage,
    :judged_at,
    judged.expected_time,
    judged.expected_profile,
    judged.threshold,
    judged.tolerance,
    judged.source,
    judged.areas_value,
    judged.baseline,
    judged.share_lowest,
    judged.share_highest,
    judged.profile_years,
    judged.revision_noise,
    judged.assigned_value,
    nullif(judged.inputs, '')
from judged
left join lateral (
    select progress.*
    from warehouse.fact_target_progress as progress
    where progress.target_id = judged.target_id
        and progress.area_key = judged.area_key
        and progress.period_key = judged.period_key
        and progress.publication_id < :publication_id
    order by progress.publication_id desc
    limit 1
) as before on true
-- The noise by itself makes no new row: it is that of the day on which the verdict was written.
where (before.target_key, before.actual_value, before.completion, before.pace_time,
        before.pace_profile, before.required_rest, before.verdict, before.verdict_reason,
        before.coverage, before.expected_time, before.expected_profile, before.threshold,
        before.tolerance, before.source, before.areas_value, before.baseline,
        before.share_lowest, before.share_highest, before.profile_years,
        before.assigned_value, before.inputs)
    is distinct from (judged.target_key, judged.actual_value, judged.completion,
        judged.pace_time, judged.pace_profile, judged.required_rest, judged.verdict,
        judged.verdict_reason, judged.coverage, judged.expected_time, judged.expected_profile,
        judged.threshold, judged.tolerance, judged.source, judged.areas_value, judged.baseline,
        judged.share_lowest, judged.share_highest, judged.profile_years,
        judged.assigned_value, nullif(judged.inputs, ''))
    -- An assignment taken away and given again holds anew.
    or before.superseded_by is not null
on conflict (target_id, area_key, period_key, publication_id) do nothing
