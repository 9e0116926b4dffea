-- A verdict holds until the publication that gave another one, as a fact does.
alter table warehouse.fact_target_progress add column superseded_by bigint;
alter table warehouse.fact_target_progress
    add constraint fk_fact_target_progress_superseded_by foreign key (superseded_by)
        references ops.publication (publication_id);
comment on column warehouse.fact_target_progress.superseded_by is
    'The publication that gave another verdict, or whose catalogue has the target no more.';

update warehouse.fact_target_progress as ended
set superseded_by = (
    select min(later.publication_id)
    from ops.publication as later
    where later.publication_id > ended.publication_id
        and later.judged_at is not null
        and (
            exists (
                select 1
                from warehouse.fact_target_progress as next
                where next.target_id = ended.target_id
                    and next.area_key = ended.area_key
                    and next.period_key = ended.period_key
                    and next.publication_id = later.publication_id
            )
            or not exists (
                select 1
                from warehouse.dim_target as kept
                where kept.target_id = ended.target_id
                    and kept.catalogue_version = later.catalogue_version
            )
        )
);
grant update (superseded_by) on warehouse.fact_target_progress to ${loader};
create index ix_fact_target_progress_period
    on warehouse.fact_target_progress (period_key, target_id);

-- What a finding was, and when: answers and later nights move its state.
create table warehouse.fact_finding_state (
    submission_id bigint not null,
    finding_id text not null,
    state text not null,
    is_open boolean not null,
    recorded_at timestamptz not null,
    superseded_at timestamptz,
    constraint pk_fact_finding_state primary key (submission_id, finding_id, recorded_at),
    constraint fk_fact_finding_state_finding foreign key (submission_id, finding_id)
        references warehouse.fact_finding (submission_id, finding_id),
    constraint ck_fact_finding_state
        check (state in ('OPEN', 'FIXED', 'EXPLAINED', 'WAIVED', 'PERSISTING')),
    constraint ck_fact_finding_state_time check (superseded_at > recorded_at)
);
comment on table warehouse.fact_finding_state is
    'One row per submission, finding and state that it had, from when until when; one that a newer version took over is open no longer here.';
create index ix_fact_finding_state_recorded on warehouse.fact_finding_state (recorded_at);
insert into warehouse.fact_finding_state
select
    finding.submission_id,
    finding.finding_id,
    case when finding.closed_at > finding.found_at then 'OPEN' else finding.state end,
    coalesce(finding.closed_at > finding.found_at, true),
    finding.found_at,
    case when finding.closed_at > finding.found_at then finding.closed_at end
from warehouse.fact_finding as finding;
insert into warehouse.fact_finding_state
select finding.submission_id, finding.finding_id, finding.state, false, finding.closed_at, null
from warehouse.fact_finding as finding
where finding.closed_at > finding.found_at;
-- Its rows come from the trigger below and from nobody else.
revoke insert on warehouse.fact_finding_state from ${loader};

create function warehouse.remember_finding_state()
returns trigger
language plpgsql
security definer
set search_path = pg_catalog
as $$
declare
    moment timestamptz := new.found_at;
begin
    if tg_op = 'UPDATE' then
        -- A finding that came back has no time of its own: it did so in the run that saw it.
        select greatest(
            case
                when new.closed_at is distinct from old.closed_at and new.closed_at is not null
                    then new.closed_at
                else run.started_at
            end,
            known.recorded_at + interval '1 microsecond'
        ) into moment
        from ops.run as run
        cross join warehouse.fact_finding_state as known
        where run.run_id = new.run_id
            and known.submission_id = new.submission_id
            and known.finding_id = new.finding_id
            and known.superseded_at is null;
        update warehouse.fact_finding_state as known
        set superseded_at = moment
        where known.submission_id = new.submission_id
            and known.finding_id = new.finding_id
            and known.superseded_at is null;
    end if;
    insert into warehouse.fact_finding_state
        (submission_id, finding_id, state, is_open, recorded_at)
    values (
        new.submission_id,
        new.finding_id,
        new.state,
        new.closed_at is null and new.state in ('OPEN', 'PERSISTING'),
        moment
    );
    return null;
end
$$;
create trigger remember_first_state
after insert on warehouse.fact_finding
for each row execute function warehouse.remember_finding_state();
create trigger remember_state
after update of state, closed_at on warehouse.fact_finding
for each row
when (old.state is distinct from new.state or old.closed_at is distinct from new.closed_at)
execute function warehouse.remember_finding_state();

-- Rights can be given away by mistake; what was known is refused to be changed to everybody.
create function warehouse.refuse_change()
returns trigger
language plpgsql
set search_path = pg_catalog
as $$
declare
    -- A trigger without arguments has null here, and null would let every change pass.
    may_change text[] := coalesce(tg_argv, array[]::text[]);
    ends text;
begin
    if tg_op = 'DELETE' then
        raise exception '% keeps what was known: nothing is deleted from it', tg_table_name
            using errcode = 'integrity_constraint_violation';
    end if;
    if to_jsonb(new) - may_change is distinct from to_jsonb(old) - may_change then
        raise exception '% keeps what was known: nothing of it changes but %',
            tg_table_name, coalesce(nullif(array_to_string(may_change, ', '), ''), 'by new rows')
            using errcode = 'integrity_constraint_violation';
    end if;
    foreach ends in array array['superseded_by', 'superseded_at'] loop
        if to_jsonb(old) ->> ends <> coalesce(to_jsonb(new) ->> ends, '') then
            raise exception '% keeps what was known: a vintage ends once', tg_table_name
                using errcode = 'integrity_constraint_violation';
        end if;
    end loop;
    return new;
end
$$;
create trigger refuse_change before update or delete on warehouse.fact_observation
for each row execute function warehouse.refuse_change('superseded_by');
create trigger refuse_change before update or delete on warehouse.fact_target_progress
for each row execute function warehouse.refuse_change('superseded_by');
create trigger refuse_change before update or delete on warehouse.fact_finding
for each row execute function warehouse.refuse_change('state', 'closed_at', 'run_id');
create trigger refuse_change before update or delete on warehouse.fact_finding_state
for each row execute function warehouse.refuse_change('superseded_at');

-- Names, units and due days change with the seeds; a publication is shown with those it was made
-- with.
create table warehouse.dim_area_version (
    form_version text not null,
    area_key smallint not null,
    area_code text not null,
    area_name text not null,
    area_name_en text not null,
    kind text not null,
    valid_from date,
    valid_to date,
    recorded_at timestamptz not null default clock_timestamp(),
    constraint pk_dim_area_version primary key (form_version, area_key),
    constraint fk_dim_area_version_area foreign key (area_key)
        references warehouse.dim_area (area_key)
);
comment on table warehouse.dim_area_version is
    'One row per version of the form seeds and area: what it was called then.';
create table warehouse.dim_indicator_version (
    form_version text not null,
    indicator_key integer not null,
    indicator_code text not null,
    indicator_name text not null,
    indicator_name_en text not null,
    base_unit text not null,
    nature text not null,
    regional_figure text not null,
    authoritative_form text,
    numerator text,
    denominator text,
    recorded_at timestamptz not null default clock_timestamp(),
    constraint pk_dim_indicator_version primary key (form_version, indicator_key),
    constraint fk_dim_indicator_version_indicator foreign key (indicator_key)
        references warehouse.dim_indicator (indicator_key)
);
comment on table warehouse.dim_indicator_version is
    'One row per version of the form seeds and indicator: its name, unit and nature then.';
create table warehouse.dim_form_version (
    form_version text not null,
    form_key smallint not null,
    form_code text not null,
    frequency text not null,
    january_collected boolean not null,
    due_day smallint not null,
    submitted_by text not null,
    valid_from date not null,
    valid_to date,
    recorded_at timestamptz not null default clock_timestamp(),
    constraint pk_dim_form_version primary key (form_version, form_key),
    constraint fk_dim_form_version_form foreign key (form_key)
        references warehouse.dim_form (form_key)
);
comment on table warehouse.dim_form_version is
    'One row per version of the form seeds and form: when it was due then, and from whom.';

-- Of what came before this migration only today's names are known.
insert into warehouse.dim_area_version
    (form_version, area_key, area_code, area_name, area_name_en, kind, valid_from, valid_to)
select made.form_version, area.area_key, area.area_code, area.area_name, area.area_name_en,
    area.kind, area.valid_from, area.valid_to
from (select form_version from ops.publication
    union select version from ops.seed_version where seed = 'forms') as made
cross join warehouse.dim_area as area;
insert into warehouse.dim_indicator_version
    (form_version, indicator_key, indicator_code, indicator_name, indicator_name_en, base_unit,
    nature, regional_figure, authoritative_form, numerator, denominator)
select made.form_version, indicator.indicator_key, indicator.indicator_code,
    indicator.indicator_name, indicator.indicator_name_en, indicator.base_unit, indicator.nature,
    indicator.regional_figure, indicator.authoritative_form, indicator.numerator,
    indicator.denominator
from (select form_version from ops.publication
    union select version from ops.seed_version where seed = 'forms') as made
cross join warehouse.dim_indicator as indicator;
insert into warehouse.dim_form_version
    (form_version, form_key, form_code, frequency, january_collected, due_day, submitted_by,
    valid_from, valid_to)
select made.form_version, form.form_key, form.form_code, form.frequency, form.january_collected,
    form.due_day, form.submitted_by, form.valid_from, form.valid_to
from (select form_version from ops.publication
    union select version from ops.seed_version where seed = 'forms') as made
cross join warehouse.dim_form as form;
do $$
declare
    dimension text;
begin
    foreach dimension in array array['dim_area_version', 'dim_indicator_version', 'dim_form_version']
    loop
        execute format(
            'create trigger refuse_change before update or delete on warehouse.%I '
            'for each row execute function warehouse.refuse_change()', dimension);
    end loop;
end
$$;

-- How figures of a measure may be added up. A nature other than flow or stock overrules it.
create table warehouse.dim_measure (
    measure text not null,
    measure_name text not null,
    measure_name_en text not null,
    additivity text not null,
    constraint pk_dim_measure primary key (measure),
    constraint ck_dim_measure_additivity
        check (additivity in ('flow', 'cumulative', 'stock', 'rate', 'stage'))
);
comment on table warehouse.dim_measure is
    'One row per measure: a flow adds up over areas and time, a cumulative or stock over areas only, a rate or stage not at all.';
insert into warehouse.dim_measure values
    ('MONTH', '本月', 'this month', 'flow'),
    ('QUARTER', '本季', 'this quarter', 'flow'),
    ('YEAR', '全年', 'the whole year', 'flow'),
    ('YTD', '本年累计', 'cumulative since January', 'cumulative'),
    ('YTD_LY', '上年同期累计（公布）', 'cumulative, same period last year, as published', 'cumulative'),
    ('YTD_LY_COMP', '上年同期累计（同口径）', 'cumulative, same period last year, comparable basis', 'cumulative'),
    ('END', '期末', 'at the end of the period', 'stock'),
    ('YOY_MONTH', '本月同比', 'growth on the same month last year, %', 'rate'),
    ('YOY_YTD', '累计同比', 'growth of the cumulative on last year, %', 'rate'),
    ('MOM', '环比', 'growth on the period before, %', 'rate'),
    ('STAGE', '阶段', 'stage of a project', 'stage');

-- A partition per year, made before its year comes.
create function warehouse.prepare_years(last_year integer)
returns integer
language plpgsql
security definer
set search_path = pg_catalog
as $$
declare
    made integer := 0;
begin
    perform pg_advisory_xact_lock(hashtextextended('mengshi partitions', 0));
    for year in 2010..least(last_year, 2060) loop
        if to_regclass(format('warehouse.fact_observation_%s', year)) is null then
            execute format(
                'create table warehouse.fact_observation_%s partition of warehouse.fact_observation '
                'for values from (%s) to (%s)', year, year, year + 1);
            execute format(
                'comment on table warehouse.fact_observation_%s is '
                '''One row per figure of %s, as fact_observation.''', year, year);
            made := made + 1;
        end if;
    end loop;
    return made;
end
$$;
comment on function warehouse.prepare_years(integer) is
    'Makes the partitions of facts from 2010 to the year given that are not there yet; says how many.';
do $$
begin
    perform warehouse.prepare_years(2037);
end
$$;

-- A series over the years, a month over all areas, and what a publication brought.
create index ix_fact_observation_series
    on warehouse.fact_observation (indicator_key, area_key, period_key);
create index ix_fact_observation_period
    on warehouse.fact_observation (period_key, indicator_key);
create index ix_fact_observation_publication
    on warehouse.fact_observation (publication_id);

-- Exchange standards allow only Latin letters and digits in the code of a unit.
create table warehouse.dim_base_unit (
    base_unit text not null,
    unit_code text not null,
    unit_name_en text not null,
    constraint pk_dim_base_unit primary key (base_unit),
    constraint uq_dim_base_unit_code unique (unit_code),
    constraint ck_dim_base_unit_code check (unit_code ~ '^[A-Z0-9]+$')
);
comment on table warehouse.dim_base_unit is
    'One row per base unit, with its code for exchange (SDMX CL_UNIT_MEASURE).';
insert into warehouse.dim_base_unit values
    ('元', 'CNY', 'yuan'),
    ('人', 'PS', 'persons'),
    ('人次', 'PSVISIT', 'person-times'),
    ('亩', 'MU', 'mu (1/15 hectare)'),
    ('平方米', 'M2', 'square metres'),
    ('立方米', 'M3', 'cubic metres'),
    ('公里', 'KM', 'kilometres'),
    ('吨', 'T', 'tonnes'),
    ('斤', 'JIN', 'jin (half a kilogram)'),
    ('个', 'NR', 'number'),
    ('户', 'HH', 'households'),
    ('家', 'ENT', 'enterprises'),
    ('项', 'ITEM', 'items'),
    ('列', 'TRAIN', 'trains'),
    ('件', 'PIECE', 'pieces'),
    ('千瓦', 'KW', 'kilowatts'),
    ('千瓦时', 'KWH', 'kilowatt-hours'),
    ('P', 'PFLOPS', 'petaflops'),
    ('%', 'PT', 'percent'),
    ('‰', 'PM', 'per mille'),
    ('百分点', 'PP', 'percentage points'),
    ('位', 'RANK', 'rank');
