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

-- The few words and the names that edits put into a sentence beside the numbers.
create or replace function warehouse.in_english(words text)
returns text
language sql
stable
as $$
    select replace(replace(replace(replace(replace(replace(
        coalesce(
            (
                select replace(words, indicator.indicator_name, indicator.indicator_name_en)
                from warehouse.dim_indicator as indicator
                where right(words, length(indicator.indicator_name)) = indicator.indicator_name
                order by length(indicator.indicator_name) desc
                limit 1
            ),
            words
        ),
        '上年同期', 'a year ago'), '上期', 'the period before'), '各盟市中位数', 'the areas'' median'),
        '～', ' to '), '、', ', '), '，', ', ')
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
    analyze staging.observation (submission_id, indicator_code, measure, blocked_by),
        staging.reading_finding (submission_id),
        staging.subject (submission_id, form_code, period_key),
        staging.beside (submission_id, area_key, form_code, period_key, indicator_code, measure,
            blocked_by),
        staging.edit_scope, ops.submission;
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

-- Asked for is every period from the first that anybody sent of a form, once its due day has
-- passed. is_open: somebody has sent that period or a later one, so that the others are behind.
create or replace function warehouse.asked_before(today date)
returns table (
    area_key smallint,
    form_key smallint,
    period_key integer,
    due_on date,
    is_open boolean
)
language sql
stable
as $$
    with
    rounds as (
        select
            submission.form_key,
            min(period.ends_on) as first_end,
            max(period.ends_on) as last_end
        from ops.submission as submission
        inner join warehouse.dim_period as period
            on period.period_key = submission.period_key
        where submission.form_key <> 0
            and submission.period_key <> 0
            and submission.state in ('READ', 'HELD', 'PUBLISHED', 'SUPERSEDED')
        group by submission.form_key
    )

    select
        area.area_key,
        form.form_key,
        period.period_key,
        period.ends_on + form.due_day,
        period.ends_on <= rounds.last_end
    from rounds
    inner join warehouse.dim_form as form on form.form_key = rounds.form_key
    inner join warehouse.dim_period as period
        on period.frequency = form.frequency
        and period.ends_on >= rounds.first_end
        and period.ends_on + form.due_day < today
        and period.starts_on >= form.valid_from
        and period.ends_on <= coalesce(form.valid_to, period.ends_on)
        and (form.january_collected
            or period.frequency <> 'MONTH'
            or period.end_month <> 1)
    inner join warehouse.dim_area as area
        on (form.submitted_by = 'areas' and area.kind in ('league', 'city'))
        or (form.submitted_by = 'region' and area.kind = 'region')
$$;
comment on function warehouse.asked_before(date) is
    'One row per area, form and period whose due day had passed on the day given.';

-- Who may enter the database is said of the database, and so lost when its contents are copied into
-- another one.
create or replace function ops.let_logins_in()
returns void
language plpgsql
as $$
begin
    execute format('revoke all on database %I from public', current_database());
    execute format(
        'grant connect on database %I to ${loader}, ${reader}, ${responder}',
        current_database());
    execute format('grant temporary on database %I to ${loader}', current_database());
end
$$;
comment on function ops.let_logins_in() is
    'Who may enter this database: the four logins, and nobody else. For the owner, after a restore.';
