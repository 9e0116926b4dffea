-- Fills the words in braces of a catalogue sentence; a word without an argument stays as it is.
create or replace function warehouse.sentence(template text, arguments jsonb)
returns text
language plpgsql
immutable
as $$
declare
    argument record;
    filled text := template;
begin
    for argument in select * from jsonb_each_text(arguments) loop
        filled := replace(filled, '{' || argument.key || '}', coalesce(argument.value, ''));
    end loop;
    return filled;
end
$$;

-- A quantity for people: no trailing zeros, thousands as they are.
create or replace function warehouse.plain(quantity numeric)
returns text
language sql
immutable
as $$
    select trim_scale(quantity)::text
$$;

-- The id of a finding: the same for the same fault of the same series, however often it is sent.
create or replace function warehouse.finding_id(source_key text)
returns text
language sql
immutable
as $$
    select 'F' || upper(substr(md5(source_key), 1, 10))
$$;

-- The verdict that a deciding figure earns: the highest band it reaches.
create or replace function warehouse.verdict_in_band(on_basis text, figure numeric)
returns text
language sql
stable
as $$
    select dim_band.verdict
    from warehouse.dim_band
    where dim_band.basis = on_basis
        and figure is not null
        and (dim_band.at_least is null or figure >= dim_band.at_least)
    order by dim_band.at_least desc nulls last
    limit 1
$$;

-- The planner must know what a run has just laid out before the edits join it; of the columns, those
-- that are joined. The loader does not own the tables, so it asks their owner.
create or replace function staging.refresh_statistics()
returns void
language plpgsql
security definer
set search_path = pg_catalog
as $$
begin
    analyze staging.observation (submission_id), staging.reading_finding (submission_id),
        staging.subject (submission_id, form_code, period_key),
        staging.series (submission_id, area_key, form_code, period_key, indicator_code, measure),
        ops.submission;
end
$$;

create or replace function staging.refresh_reference_statistics()
returns void
language plpgsql
security definer
set search_path = pg_catalog
as $$
begin
    analyze staging.reference (area_key, form_code, period_key, indicator_code, measure);
end
$$;
