-- Every finding has its sentence in the catalogue and, if an edit found it, its edit.
select
    finding.submission_id,
    finding.finding_id,
    finding.code,
    finding.edit_id
from warehouse.fact_finding as finding
where not exists (
        select 1
        from warehouse.dim_finding as known
        where known.code = finding.code
    )
    or (
        finding.edit_id is not null
        and not exists (
            select 1
            from warehouse.dim_edit as edit
            where edit.edit_id = finding.edit_id
        )
    )
