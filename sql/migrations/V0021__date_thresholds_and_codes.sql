-- Who reports an indicator changes: 规模以上工业 began at 5 million yuan of revenue until 2010 and at
-- 20 million since. Figures of before and after are comparable only on a basis made so. Which
-- threshold held when is kept with every version of the form seeds, as names and units are.
create table warehouse.dim_indicator_threshold_version (
    form_version text not null,
    indicator_code text not null,
    valid_from date not null,
    valid_to date not null,
    threshold_zh text not null,
    threshold_en text not null,
    source text not null,
    note text,
    recorded_at timestamptz not null default clock_timestamp(),
    constraint pk_dim_indicator_threshold_version
        primary key (form_version, indicator_code, valid_from),
    constraint ck_dim_indicator_threshold_version_span check (valid_from <= valid_to)
);
comment on table warehouse.dim_indicator_threshold_version is
    'One row per version of the form seeds, indicator and span of days: the threshold from which units counted then. An open end is -infinity or infinity.';

-- An area that became a city got another code; its figures go on under the new one.
create table warehouse.dim_area_change_version (
    form_version text not null,
    former_code text not null,
    former_name text not null,
    area_code text not null,
    valid_from date not null,
    valid_to date not null,
    note text,
    recorded_at timestamptz not null default clock_timestamp(),
    constraint pk_dim_area_change_version primary key (form_version, former_code, valid_from),
    constraint ck_dim_area_change_version_span check (valid_from <= valid_to)
);
comment on table warehouse.dim_area_change_version is
    'One row per version of the form seeds and code that an area had before, with the days on which it meant that area.';

-- History that bears old codes and thresholds lies before 2010: it gets its days of the calendar and
-- one partition for all of its years.
insert into warehouse.dim_period
select
    years.y * 100 + months.m,
    format('%s-%s', years.y, lpad(months.m::text, 2, '0')),
    'MONTH',
    years.y,
    months.m,
    make_date(years.y, months.m, 1),
    (make_date(years.y, months.m, 1) + interval '1 month' - interval '1 day')::date,
    case when months.m > 1 then years.y * 100 + months.m - 1 else years.y * 100 - 88 end,
    years.y * 100 - 100 + months.m
from generate_series(1978, 2009) as years (y)
cross join generate_series(1, 12) as months (m);
insert into warehouse.dim_period
select
    years.y * 100 + 30 + quarters.q,
    format('%s-Q%s', years.y, quarters.q),
    'QUARTER',
    years.y,
    quarters.q * 3,
    make_date(years.y, quarters.q * 3 - 2, 1),
    (make_date(years.y, quarters.q * 3, 1) + interval '1 month' - interval '1 day')::date,
    case when quarters.q > 1 then years.y * 100 + 29 + quarters.q else years.y * 100 - 66 end,
    years.y * 100 - 70 + quarters.q
from generate_series(1978, 2009) as years (y)
cross join generate_series(1, 4) as quarters (q);
insert into warehouse.dim_period
select
    years.y * 100,
    years.y::text,
    'YEAR',
    years.y,
    12,
    make_date(years.y, 1, 1),
    make_date(years.y, 12, 31),
    years.y * 100 - 100,
    years.y * 100 - 100
from generate_series(1978, 2009) as years (y);
comment on table warehouse.dim_period is
    'One row per month, quarter or year from 1978 to 2060; the key reads yyyy·kind·number.';
create table warehouse.fact_observation_before_2010 partition of warehouse.fact_observation
    for values from (1978) to (2010);
comment on table warehouse.fact_observation_before_2010 is
    'One row per figure of the years 1978 to 2009, as fact_observation.';

do $$
declare
    dimension text;
begin
    foreach dimension in array array['dim_indicator_threshold_version', 'dim_area_change_version']
    loop
        execute format(
            'create trigger refuse_change before update or delete on warehouse.%I '
            'for each row execute function warehouse.refuse_change()', dimension);
    end loop;
    perform warehouse.guard_from_truncation();
end
$$;
