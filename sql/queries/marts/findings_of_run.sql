-- What was found in the files of a run, the gravest first.
select
    finding.severity,
    finding.code,
    finding.state,
    count(*) as findings
from mart.finding as finding
inner join mart.run_submission as came
    on came.submission_id = finding.submission_id
where came.run_id = :run_id
group by finding.severity, finding.code, finding.state
order by
    array_position(array['ERROR', 'WARNING', 'INFORMATION'], finding.severity),
    count(*) desc, finding.code, finding.state
