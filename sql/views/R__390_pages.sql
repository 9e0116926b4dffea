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
