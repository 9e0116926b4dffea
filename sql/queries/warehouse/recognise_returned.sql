-- A workbook of ours that came back with the figures it answers: no new version. What was read of
-- it is compared with the newest version. If that one is held, whatever was filled in since counts,
-- for it may be what held it; if it is published, a new date or a reason for a correction that was
-- not made changes nothing.
with
returned as (
    select
        submission.submission_id,
        submission.frame,
        base.submission_id as base_id,
        base.state as base_state,
        base.frame as base_frame,
        period.period_year
    from ops.run_item as item
    inner join ops.submission as submission
        on submission.submission_id = item.submission_id
        and submission.state = 'READ'
        and submission.version is null
        and submission.is_returned
    inner join warehouse.dim_period as period on period.period_key = submission.period_key
    cross join lateral (
        select earlier.submission_id, earlier.state, earlier.frame
        from ops.submission as earlier
        where earlier.area_key = submission.area_key
            and earlier.form_key = submission.form_key
            and earlier.period_key = submission.period_key
            and earlier.version is not null
        order by earlier.version desc
        limit 1
    ) as base
    where item.run_id = :run_id
        and base.state in ('PUBLISHED', 'HELD')
),

figures as materialized (
    select
        observation.submission_id,
        observation.indicator_code,
        observation.measure,
        observation.value,
        observation.value_text,
        observation.obs_status
    from staging.observation as observation
    where observation.submission_id in (
        select submission_id from returned
        union all
        select base_id from returned where base_state = 'HELD'
    )
    union all
    select distinct
        fact.submission_id,
        indicator.indicator_code,
        fact.measure,
        fact.value,
        fact.value_text,
        fact.obs_status
    from returned
    inner join warehouse.fact_observation as fact
        on fact.submission_id = returned.base_id
        and fact.period_year = returned.period_year
    inner join warehouse.dim_indicator as indicator
        on indicator.indicator_key = fact.indicator_key
    where returned.base_state = 'PUBLISHED'
),

faults as materialized (
    select
        reading_finding.submission_id,
        reading_finding.code,
        reading_finding.line_code,
        reading_finding.indicator_code,
        reading_finding.measure,
        reading_finding.arguments ->> 'value' as value
    from staging.reading_finding as reading_finding
    where reading_finding.submission_id in (
        select submission_id from returned
        union all
        select base_id from returned
    )
        and reading_finding.code not in ('SHEET_IGNORED', 'VERSION_AMBIGUOUS')
),

unchanged as (
    select
        returned.submission_id,
        returned.base_id,
        exists (
            select 1
            from staging.returned_answer as answer
            where answer.submission_id = returned.submission_id
        ) as has_answers
    from returned
    where case
            when returned.base_state = 'HELD' then returned.frame = returned.base_frame
            else returned.frame - 'reported_on' - 'correction_reason'
                = returned.base_frame - 'reported_on' - 'correction_reason'
        end
        and not exists (
            (
                select indicator_code, measure, value, value_text, obs_status
                from figures
                where figures.submission_id = returned.submission_id
                except
                select indicator_code, measure, value, value_text, obs_status
                from figures
                where figures.submission_id = returned.base_id
            )
            union all
            (
                select indicator_code, measure, value, value_text, obs_status
                from figures
                where figures.submission_id = returned.base_id
                except
                select indicator_code, measure, value, value_text, obs_status
                from figures
                where figures.submission_id = returned.submission_id
            )
        )
        and not exists (
            (
                select code, line_code, indicator_code, measure, value
                from faults
                where faults.submission_id = returned.submission_id
                except
                select code, line_code, indicator_code, measure, value
                from faults
                where faults.submission_id = returned.base_id
            )
            union all
            (
                select code, line_code, indicator_code, measure, value
                from faults
                where faults.submission_id = returned.base_id
                except
                select code, line_code, indicator_code, measure, value
                from faults
                where faults.submission_id = returned.submission_id
            )
        )
)

update ops.submission as submission
set
    state = case when unchanged.has_answers then 'ANSWERED' else 'DUPLICATE' end,
    reason_code = case when unchanged.has_answers then null else 'DUPLICATE' end,
    duplicate_of = unchanged.base_id
from unchanged
where submission.submission_id = unchanged.submission_id
