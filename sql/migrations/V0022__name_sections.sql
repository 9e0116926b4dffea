-- The parts of the report have names, and a page says them. They are the catalogue's, kept with its
-- version, so that a page printed again names them as it did.
create table warehouse.dim_section_version (
    catalogue_version text not null,
    section text not null,
    title_zh text not null,
    title_en text not null,
    recorded_at timestamptz not null default clock_timestamp(),
    constraint pk_dim_section_version primary key (catalogue_version, section)
);
comment on table warehouse.dim_section_version is
    'One row per version of the catalogue and section of the report that has targets: what it is called.';

create trigger refuse_change before update or delete on warehouse.dim_section_version
    for each row execute function warehouse.refuse_change();
select warehouse.guard_from_truncation();
