-- What this run looked for and did not find again is fixed. Of a published submission only the
-- edits that look at others were looked for.
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
