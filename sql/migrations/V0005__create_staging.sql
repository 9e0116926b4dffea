create table staging.observation (
    submission_id bigint not null,
    sheet text not null,
    cell text not null,
    measure text not null,
    line_code text not null,
    indicator_code text not null,
    value numeric,
    value_text text,
    obs_status text not null,
    value_as_written text not null,
    unit_as_written text not null,
    factor numeric not null,
    step numeric not null,
    constraint pk_observation primary key (submission_id, sheet, cell, measure)
);
comment on table staging.observation is
    'One row per figure read from a submission that is not published yet, with its cell.';

create table staging.reading_finding (
    submission_id bigint not null,
    ordinal integer not null,
    code text not null,
    sheet text,
    cell text,
    line_code text,
    indicator_code text,
    measure text,
    arguments jsonb not null,
    constraint pk_reading_finding primary key (submission_id, ordinal)
);
comment on table staging.reading_finding is
    'One row per finding that reading a submission gave, in the order of the file.';

-- Working tables of the step check, filled anew by every run. Logged all the same: a step resumed
-- after the server died must find them as it left them, or edits would pass on empty tables.
create table staging.subject (
    submission_id bigint not null,
    area_key smallint not null,
    form_code text not null,
    period_key integer not null,
    state text not null,
    is_clean boolean not null default true,
    constraint pk_subject primary key (submission_id)
);
comment on table staging.subject is
    'One row per submission that this run checks; is_clean once it has passed levels 0 and 1.';

create table staging.series (
    submission_id bigint not null,
    area_key smallint not null,
    form_code text not null,
    period_key integer not null,
    indicator_code text not null,
    measure text not null,
    value numeric,
    obs_status text not null,
    unit text not null,
    factor numeric not null,
    step numeric not null,
    sheet text not null,
    cell text not null,
    line_code text not null,
    is_subject boolean not null,
    constraint pk_series primary key (submission_id, indicator_code, measure)
);
comment on table staging.series is
    'One row per submission, indicator and measure that edits may look at: what is under check, and the published figures beside it.';

create table staging.reference (
    area_key smallint not null,
    form_code text not null,
    period_key integer not null,
    indicator_code text not null,
    measure text not null,
    value numeric,
    obs_status text not null,
    submission_id bigint not null,
    constraint pk_reference primary key
        (area_key, form_code, period_key, indicator_code, measure)
);
comment on table staging.reference is
    'One row per series and period as other submissions see it: the newest clean version under check, else the published figure.';

create table staging.edit_evaluation (
    edit_id text not null,
    submission_id bigint not null,
    finding_key text not null,
    outcome text not null,
    blocked_by text,
    sheet text,
    cell text,
    line_code text,
    indicator_code text,
    measure text,
    observed numeric,
    expected numeric,
    tolerance numeric,
    unit text,
    factor numeric,
    detail text,
    constraint pk_edit_evaluation primary key (edit_id, submission_id, finding_key),
    constraint ck_edit_evaluation_outcome
        check (outcome in ('passed', 'failed', 'not_checkable'))
);
comment on table staging.edit_evaluation is
    'One row per edit, submission and key that the edits under way looked at, with its outcome.';

create table staging.edit_result (
    run_id bigint not null,
    edit_id text not null,
    submission_id bigint not null,
    finding_key text not null,
    outcome text not null,
    blocked_by text,
    sheet text,
    cell text,
    line_code text,
    indicator_code text,
    measure text,
    observed numeric,
    expected numeric,
    tolerance numeric,
    unit text,
    factor numeric,
    detail text,
    constraint pk_edit_result primary key (run_id, edit_id, submission_id, finding_key),
    constraint ck_edit_result_outcome check (outcome in ('failed', 'not_checkable'))
);
comment on table staging.edit_result is
    'One row per run, edit, submission and key that failed or could not be checked.';

create table staging.area_figure (
    indicator_code text not null,
    period_year smallint not null,
    end_month smallint not null,
    measure text not null,
    area_key smallint not null,
    is_region boolean not null,
    value numeric,
    value_text text,
    obs_status text not null,
    constraint pk_area_figure
        primary key (indicator_code, measure, period_year, end_month, area_key)
);
comment on table staging.area_figure is
    'One row per indicator, measure, month and area that judging the current period looks at: the authoritative form only, quarters on their last month.';

create table staging.figure (
    indicator_code text not null,
    period_year smallint not null,
    end_month smallint not null,
    measure text not null,
    figure numeric,
    source text,
    published numeric,
    areas_sum numeric,
    areas_have integer not null,
    areas_want integer not null,
    constraint pk_figure primary key (indicator_code, measure, period_year, end_month)
);
comment on table staging.figure is
    'One row per indicator, month and measure that judging the current period looks at, with the region''s figure and its source.';

create table staging.judgement (
    target_key integer not null,
    target_id text not null,
    period_key integer not null,
    area_key smallint not null,
    actual_value numeric,
    completion numeric,
    pace_time numeric,
    pace_profile numeric,
    required_rest numeric,
    basis text,
    deciding numeric,
    other_deciding numeric,
    is_met boolean,
    coverage_have integer,
    coverage_want integer,
    reason text,
    note text,
    constraint pk_judgement primary key (target_id, area_key, period_key)
);
comment on table staging.judgement is
    'One row per target and area for the period being judged, before the bands are applied.';

grant truncate on staging.subject, staging.series, staging.reference, staging.edit_evaluation,
    staging.area_figure, staging.figure, staging.judgement to ${loader};
