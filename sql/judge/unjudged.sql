-- What cannot be judged says so: for the reason the catalogue gives, or because its kind is judged
-- by no other statement.
insert into staging.judgement
    (target_key, target_id, period_key, area_key, reason)
select
    target.target_key,
    target.target_id,
    :period_key,
    (select area_key from warehouse.dim_area where area_code = '150000'),
    coalesce(target.cannot_judge_reason, 'NOT_QUANTIFIED')
from warehouse.dim_target as target
where target.superseded_at is null
    and target.target_year = :period_year
    and not exists (
        select 1
        from staging.judgement as judged
        where judged.target_key = target.target_key
    )
