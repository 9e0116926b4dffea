-- The answers that a run read, each with the finding it speaks of in the newest version of that
-- submission that has it, and whether another submission has it instead.
select
    answer.submission_id,
    answer.ordinal,
    answer.finding_id,
    answer.text,
    coalesce(
        nullif(submission.frame ->> 'statistics_head', ''),
        nullif(submission.frame ->> 'filled_by', ''),
        nullif(submission.frame ->> 'unit_head', ''),
        area.area_name
    ) as signer,
    asked.submission_id as asked_of,
    asked.severity,
    asked.state,
    coalesce(said.text, '') as said_before,
    exists (
        select 1
        from warehouse.fact_finding as elsewhere
        where elsewhere.finding_id = answer.finding_id
    ) as is_known
from ops.run_item as item
inner join staging.returned_answer as answer on answer.submission_id = item.submission_id
inner join ops.submission as submission on submission.submission_id = item.submission_id
inner join warehouse.dim_area as area on area.area_key = submission.area_key
left join lateral (
    select finding.submission_id, finding.severity, finding.state
    from warehouse.fact_finding as finding
    inner join ops.submission as version
        on version.submission_id = finding.submission_id
    where finding.finding_id = answer.finding_id
        and version.area_key = submission.area_key
        and version.form_key = submission.form_key
        and version.period_key = submission.period_key
        and submission.period_key <> 0
    order by version.version desc nulls last, version.submission_id desc
    limit 1
) as asked on true
left join lateral (
    select given.text
    from ops.answer as given
    where given.submission_id = asked.submission_id
        and given.finding_id = answer.finding_id
        and given.kind = 'EXPLANATION'
    order by given.answer_id desc
    limit 1
) as said on true
where item.run_id = :run_id
order by answer.submission_id, answer.ordinal
