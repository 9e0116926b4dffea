-- What this run looked for and did not find again is fixed. Of a published submission only the
-- edits that look at others were looked for. What could not be checked stays as it was: that nobody
-- can see a fault any more does not mend it.
update warehouse.fact_finding as finding
set state = 'FIXED', closed_at = :found_at
where finding.run_id <> :run_id
    and finding.state <> 'FIXED'
    and exists (
        select 1
        from staging.subject as subject
        where subject.submission_id = finding.submission_id
            and (
                subject.state <> 'PUBLISHED'
                or (
                    finding.source = 'edit'
                    and finding.level > 1
                    and finding.code <> 'REVISED_WITHOUT_REASON'
                )
            )
    )
    and not exists (
        select 1
        from staging.edit_result as unseen
        left join warehouse.dim_indicator as indicator
            on indicator.indicator_code = unseen.indicator_code
        where unseen.run_id = :run_id
            and unseen.outcome = 'not_checkable'
            and unseen.submission_id = finding.submission_id
            and unseen.edit_id = finding.edit_id
            and coalesce(indicator.indicator_key, 0) = finding.indicator_key
            and unseen.measure is not distinct from finding.measure
    )
