create table warehouse.fact_observation (
    period_year smallint not null,
    area_key smallint not null,
    indicator_key integer not null,
    period_key integer not null,
    measure text not null,
    form_key smallint not null,
    publication_id bigint not null,
    superseded_by bigint,
    value numeric,
    value_text text,
    obs_status text not null,
    value_as_written text not null,
    unit_as_written text not null,
    factor numeric not null,
    step numeric not null,
    submission_id bigint not null,
    line_code text not null,
    sheet text not null,
    cell text not null,
    constraint pk_fact_observation primary key (period_year, area_key, indicator_key,
        period_key, measure, form_key, publication_id),
    constraint fk_fact_observation_area foreign key (area_key)
        references warehouse.dim_area (area_key),
    constraint fk_fact_observation_indicator foreign key (indicator_key)
        references warehouse.dim_indicator (indicator_key),
    constraint fk_fact_observation_period foreign key (period_key)
        references warehouse.dim_period (period_key),
    constraint fk_fact_observation_form foreign key (form_key)
        references warehouse.dim_form (form_key),
    constraint fk_fact_observation_publication foreign key (publication_id)
        references ops.publication (publication_id),
    constraint fk_fact_observation_submission foreign key (submission_id)
        references ops.submission (submission_id)
) partition by range (period_year);
comment on table warehouse.fact_observation is
    'One row per area, indicator, period, measure, form and publication: a figure as it was known from that publication on. Append-only; superseded_by names the publication that replaced it.';
create unique index uq_fact_observation_current on warehouse.fact_observation
    (period_year, area_key, indicator_key, period_key, measure, form_key)
    where superseded_by is null;
create index ix_fact_observation_submission on warehouse.fact_observation (submission_id);

do $$
begin
    for year in 2020..2035 loop
        execute format(
            'create table warehouse.fact_observation_%s partition of warehouse.fact_observation '
            'for values from (%s) to (%s)', year, year, year + 1);
        execute format(
            'comment on table warehouse.fact_observation_%s is '
            '''One row per figure of %s, as fact_observation.''', year, year);
    end loop;
end
$$;

create table warehouse.fact_finding (
    submission_id bigint not null,
    finding_id text not null,
    run_id bigint not null,
    source text not null,
    code text not null,
    edit_id text,
    level smallint not null,
    severity text not null,
    state text not null,
    sheet text,
    cell text,
    line_code text,
    indicator_key integer not null default 0,
    measure text,
    observed text,
    expected text,
    message_zh text not null,
    message_en text not null,
    advice_zh text not null,
    advice_en text not null,
    found_at timestamptz not null,
    closed_at timestamptz,
    constraint pk_fact_finding primary key (submission_id, finding_id),
    constraint fk_fact_finding_submission foreign key (submission_id)
        references ops.submission (submission_id),
    constraint fk_fact_finding_run foreign key (run_id) references ops.run (run_id),
    constraint fk_fact_finding_indicator foreign key (indicator_key)
        references warehouse.dim_indicator (indicator_key),
    constraint ck_fact_finding_state
        check (state in ('OPEN', 'FIXED', 'EXPLAINED', 'WAIVED', 'PERSISTING')),
    constraint ck_fact_finding_severity
        check (severity in ('ERROR', 'WARNING', 'INFORMATION'))
);
create index ix_fact_finding_id on warehouse.fact_finding (finding_id);
comment on table warehouse.fact_finding is
    'One row per submission and finding, in the words it was told; finding_id stays the same over resubmissions.';

create table warehouse.fact_target_progress (
    target_id text not null,
    area_key smallint not null,
    period_key integer not null,
    publication_id bigint not null,
    target_key integer not null,
    actual_value numeric,
    completion numeric,
    pace_time numeric,
    pace_profile numeric,
    required_rest numeric,
    verdict text not null,
    verdict_reason text,
    coverage text,
    judged_at timestamptz not null,
    constraint pk_fact_target_progress
        primary key (target_id, area_key, period_key, publication_id),
    constraint fk_fact_target_progress_target foreign key (target_key)
        references warehouse.dim_target (target_key),
    constraint fk_fact_target_progress_area foreign key (area_key)
        references warehouse.dim_area (area_key),
    constraint fk_fact_target_progress_period foreign key (period_key)
        references warehouse.dim_period (period_key),
    constraint fk_fact_target_progress_publication foreign key (publication_id)
        references ops.publication (publication_id),
    constraint ck_fact_target_progress_verdict check (verdict in ('ACHIEVED', 'AHEAD',
        'ON_PACE', 'WATCH', 'BEHIND', 'PACES_DISAGREE', 'CANNOT_JUDGE'))
);
comment on table warehouse.fact_target_progress is
    'One row per target, area, period and publication in which anything but the time differed from the publication before.';

-- The loader appends; it may close a vintage and move a finding's state, and nothing else.
grant update (superseded_by) on warehouse.fact_observation to ${loader};
grant update (state, closed_at, run_id) on warehouse.fact_finding to ${loader};
grant update on warehouse.dim_area, warehouse.dim_indicator, warehouse.dim_form,
    warehouse.dim_unit, warehouse.dim_finding, warehouse.dim_edit, warehouse.dim_band,
    warehouse.dim_target to ${loader};
grant delete on warehouse.dim_band to ${loader};
