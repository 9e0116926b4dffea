-- Bands make verdicts; a row is added only where something differs from the publication before.
insert into warehouse.fact_target_progress
    (target_id, area_key, period_key, publication_id, target_key, actual_value, completion,
    pace_time, pace_profile, required_rest, verdict, verdict_reason, coverage, judged_at)
with
banded as (
    select
        judgement.*,
        warehouse.verdict_in_band(judgement.basis, judgement.deciding) as band,
        warehouse.verdict_in_band(judgement.basis, judgement.other_deciding) as other_band,
        target.pace,
        target.kind
    from staging.judgement as judgement
    inner join warehouse.dim_target as target on target.target_key = judgement.target_key
),

judged as (
    select
        banded.*,
        case
            when banded.reason is not null then 'CANNOT_JUDGE'
            when banded.is_met and (banded.kind in ('volume', 'milestone') or :end_month = 12)
                then 'ACHIEVED'
            when banded.pace = 'both' and banded.band <> banded.other_band
                then 'PACES_DISAGREE'
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
    :judged_at
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
where (before.target_key, before.actual_value, before.completion, before.pace_time,
        before.pace_profile, before.required_rest, before.verdict, before.verdict_reason,
        before.coverage)
    is distinct from (judged.target_key, judged.actual_value, judged.completion,
        judged.pace_time, judged.pace_profile, judged.required_rest, judged.verdict,
        judged.verdict_reason, judged.coverage)
on conflict (target_id, area_key, period_key, publication_id) do nothing
