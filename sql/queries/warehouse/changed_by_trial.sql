-- Which cells only one of two rule books finds fault with, in its words; and where the one in force
-- found it before, what became of that finding.
select
    told.edit_id,
    told.severity,
    case told.run_id when :on_trial then 'found_anew' else 'no_longer_found' end as change,
    told.finding_id,
    known.state,
    submission.file_name,
    area.area_code,
    form.form_code,
    period.period,
    told.sheet,
    told.cell,
    told.indicator_code,
    told.measure,
    told.observed,
    told.expected,
    told.message_zh
from staging.told_result as told
inner join ops.submission as submission on submission.submission_id = told.submission_id
inner join warehouse.dim_area as area on area.area_key = submission.area_key
inner join warehouse.dim_form as form on form.form_key = submission.form_key
inner join warehouse.dim_period as period on period.period_key = submission.period_key
left join warehouse.fact_finding as known
    on known.submission_id = told.submission_id
    and known.finding_id = told.finding_id
where told.run_id in (:in_force, :on_trial)
    and not exists (
        select 1
        from staging.edit_result as other
        where other.run_id in (:in_force, :on_trial)
            and other.run_id <> told.run_id
            and other.edit_id = told.edit_id
            and other.submission_id = told.submission_id
            and other.finding_key = told.finding_key
            and other.outcome = 'failed'
    )
order by told.edit_id, change, period.period, area.area_code, told.finding_key
