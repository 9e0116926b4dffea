-- What is wrong, hard findings first. Without a state: what still waits for somebody.
select *
from mart.finding as finding
where (:file::text is null or strpos(finding.file_name, :file) > 0)
    and (:area::text is null or finding.area_code = :area)
    and (:period::text is null or finding.period = :period)
    and (:severity::text is null or finding.severity = :severity)
    and case
        when :state::text is null
            then finding.state in ('OPEN', 'PERSISTING') and finding.closed_at is null
        else finding.state = :state
    end
order by
    case finding.severity when 'ERROR' then 1 when 'WARNING' then 2 else 3 end,
    finding.area_code,
    finding.form_code,
    finding.period,
    finding.submission_id,
    finding.sheet,
    finding.line_code,
    finding.cell,
    finding.finding_id
