-- Every finding of every version, for other programs; null takes all.
select *
from mart.finding as finding
where (:area::text is null or finding.area_code = :area)
    and (:period::text is null or finding.period = :period)
order by
    finding.area_code,
    finding.form_code,
    finding.period,
    finding.version,
    finding.submission_id,
    finding.finding_id
