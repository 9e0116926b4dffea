-- What was waived holds nobody up any longer, so others may look at it too.
update staging.subject as subject
set is_clean = false
where subject.state <> 'PUBLISHED'
    and (
        exists (
            select 1
            from staging.reading_finding as reading_finding
            inner join warehouse.dim_finding as finding
                on finding.code = reading_finding.code
                and finding.severity = 'ERROR'
            where reading_finding.submission_id = subject.submission_id
                and not exists (
                    select 1
                    from warehouse.fact_finding as waived
                    where waived.submission_id = reading_finding.submission_id
                        and waived.code = reading_finding.code
                        and waived.line_code is not distinct from reading_finding.line_code
                        and waived.measure is not distinct from reading_finding.measure
                        and waived.state = 'WAIVED'
                )
        )
        or exists (
            select 1
            from staging.edit_result as result
            inner join warehouse.dim_edit as edit
                on edit.edit_id = result.edit_id
                and edit.severity = 'ERROR'
                and edit.level <= 1
            where result.run_id = :run_id
                and result.submission_id = subject.submission_id
                and result.outcome = 'failed'
                and not exists (
                    select 1
                    from warehouse.fact_finding as waived
                    where waived.submission_id = result.submission_id
                        and waived.edit_id = result.edit_id
                        and waived.line_code is not distinct from result.line_code
                        and waived.measure is not distinct from result.measure
                        and waived.state = 'WAIVED'
                )
        )
    )
