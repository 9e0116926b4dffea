-- What a page shows beside the verdicts, as it was known at a publication. Only figures that were
-- replaced are read, so it stays quick however many there are.
create or replace function mart.figure_revision_on(known_publication bigint, shown_period text)
returns table (
    area_code text,
    area_name text,
    area_name_en text,
    indicator_code text,
    indicator_name text,
    indicator_name_en text,
    period text,
    measure text,
    was numeric,
    became numeric,
    base_unit text,
    reason text,
    form_code text,
    version integer,
    publication_id bigint,
    recorded_at timestamptz
)
language sql
stable
security definer
set search_path = pg_catalog
as $$
    select
        area.area_code,
        area.area_name,
        area.area_name_en,
        indicator.indicator_code,
        indicator.indicator_name,
        indicator.indicator_name_en,
        period.period,
        older.measure,
        older.value,
        newer.value,
        indicator.base_unit,
        nullif(submission.frame ->> 'correction_reason', ''),
        form.form_code,
        submission.version,
        newer.publication_id,
        publication.facts_closed_at
    from ops.publication as known
    inner join warehouse.dim_period as shown on shown.period = shown_period
    inner join warehouse.fact_observation as older
        on older.period_year = shown.period_year
        and older.superseded_by <= known.publication_id
    inner join warehouse.fact_observation as newer
        on newer.period_year = older.period_year
        and newer.area_key = older.area_key
        and newer.indicator_key = older.indicator_key
        and newer.period_key = older.period_key
        and newer.measure = older.measure
        and newer.form_key = older.form_key
        and newer.publication_id = older.superseded_by
        and newer.value is distinct from older.value
    inner join warehouse.dim_period as period
        on period.period_key = older.period_key
        and period.ends_on <= shown.ends_on
    inner join ops.publication as publication
        on publication.publication_id = newer.publication_id
    inner join ops.submission as submission
        on submission.submission_id = newer.submission_id
    inner join warehouse.dim_form as form on form.form_key = newer.form_key
    inner join warehouse.dim_area_version as area
        on area.form_version = known.form_version
        and area.area_key = older.area_key
    inner join warehouse.dim_indicator_version as indicator
        on indicator.form_version = known.form_version
        and indicator.indicator_key = older.indicator_key
    where known.publication_id = known_publication
$$;
comment on function mart.figure_revision_on(bigint, text) is
    'One row per figure of a year, up to a period, that a correction replaced, as known at a publication: what it was, what it became, and the reason given.';
revoke all on function mart.figure_revision_on(bigint, text) from public, ${responder};
grant execute on function mart.figure_revision_on(bigint, text) to ${reader}, ${loader};

-- What a function returns can only be changed by making it anew.
drop function if exists mart.finding_count_on(bigint);
create or replace function mart.finding_count_on(known_publication bigint)
returns table (
    severity text,
    code text,
    advice_zh text,
    findings integer,
    submissions integer,
    areas integer,
    advice_en text
)
language sql
stable
security definer
set search_path = pg_catalog
as $$
    select
        finding.severity,
        finding.code,
        min(finding.advice_zh),
        count(*)::integer,
        count(distinct finding.submission_id)::integer,
        (count(distinct submission.area_key) filter (where submission.area_key <> 0))::integer,
        min(finding.advice_en)
    from warehouse.fact_finding as finding
    inner join ops.submission as submission
        on submission.submission_id = finding.submission_id
    inner join ops.publication as publication
        on publication.publication_id = known_publication
    inner join warehouse.fact_finding_state as vintage
        on vintage.submission_id = finding.submission_id
        and vintage.finding_id = finding.finding_id
        and vintage.recorded_at <= publication.facts_closed_at
        and (vintage.superseded_at is null or vintage.superseded_at > publication.facts_closed_at)
    where vintage.is_open
    group by finding.severity, finding.code
    order by
        case finding.severity when 'ERROR' then 1 when 'WARNING' then 2 else 3 end,
        count(*) desc,
        finding.code
$$;
comment on function mart.finding_count_on(bigint) is
    'One row per finding code that was open when a publication closed, with how often and where.';
revoke all on function mart.finding_count_on(bigint) from public;
grant execute on function mart.finding_count_on(bigint) to ${reader}, ${loader};
