create or replace view warehouse.dim_submission as
select
    submission.submission_id,
    submission.file_name,
    submission.file_sha256,
    submission.area_key,
    submission.form_key,
    submission.period_key,
    submission.version,
    submission.state,
    submission.reason_code,
    submission.received_at,
    submission.published_at,
    submission.frame
from ops.submission as submission;
comment on view warehouse.dim_submission is
    'One row per file taken in, as facts refer to it; the frame holds signers and stays out of marts.';

create or replace view warehouse.fact_submission as
select
    submission.submission_id,
    submission.area_key,
    submission.form_key,
    submission.period_key,
    submission.state,
    submission.received_at,
    submission.published_at,
    count(*) filter (where finding.severity = 'ERROR') as errors,
    count(*) filter (where finding.severity = 'WARNING') as warnings,
    count(*) filter (where finding.severity = 'INFORMATION') as informations
from ops.submission as submission
left join warehouse.fact_finding as finding
    on finding.submission_id = submission.submission_id
    and finding.state <> 'FIXED'
group by submission.submission_id;
comment on view warehouse.fact_submission is
    'One row per submission: its milestones and how many findings of each severity it has.';
