-- The other half of the conversation: what submitters write into the workbook they got back.

create table staging.returned_answer (
    submission_id bigint not null,
    ordinal integer not null,
    sheet text not null,
    cell text not null,
    finding_id text not null,
    text text not null,
    constraint pk_returned_answer primary key (submission_id, ordinal)
);
comment on table staging.returned_answer is
    'One row per answer written in a workbook that was returned to us, as it was read and not judged yet.';

alter table ops.submission
    add column is_returned boolean not null default false;
comment on column ops.submission.is_returned is
    'Whether the file is a workbook of ours that came back: it holds the sheet of an earlier answer.';

create table ops.returned_answer (
    submission_id bigint not null,
    ordinal integer not null,
    sheet text not null,
    cell text not null,
    finding_id text not null,
    text text not null,
    outcome text not null,
    judged_at timestamptz not null,
    run_id bigint not null,
    constraint pk_returned_answer primary key (submission_id, ordinal),
    constraint fk_returned_answer_submission foreign key (submission_id)
        references ops.submission (submission_id),
    constraint fk_returned_answer_run foreign key (run_id) references ops.run (run_id),
    constraint ck_returned_answer_outcome check (outcome in ('ACCEPTED', 'HARD', 'EMPTY',
        'TOO_SHORT', 'SET_PHRASE', 'REPEATED', 'SETTLED', 'OTHER_SUBMISSION', 'UNKNOWN_FINDING'))
);
comment on table ops.returned_answer is
    'One row per answer written in a returned workbook, with what it came to; accepted ones stand in ops.answer too.';

alter table ops.answer
    add column given_in bigint references ops.submission (submission_id);
comment on column ops.answer.given_in is
    'The returned workbook it was written in; null if it was given at the command line.';

-- What a finding was at an earlier moment. A finding may be mended, come back and be mended again;
-- what was counted when a page was made must stay countable.
create table warehouse.fact_finding_state (
    submission_id bigint not null,
    finding_id text not null,
    change_no bigint generated always as identity,
    state text not null,
    is_open boolean not null,
    since timestamptz not null,
    run_id bigint not null,
    constraint pk_fact_finding_state primary key (submission_id, finding_id, change_no),
    constraint fk_fact_finding_state_finding foreign key (submission_id, finding_id)
        references warehouse.fact_finding (submission_id, finding_id),
    constraint fk_fact_finding_state_run foreign key (run_id) references ops.run (run_id)
);
comment on table warehouse.fact_finding_state is
    'One row per submission, finding and change of its state; a finding that a newer version took over is open no longer here.';

create function warehouse.keep_finding_state()
returns trigger
language plpgsql
as $$
begin
    insert into warehouse.fact_finding_state
        (submission_id, finding_id, state, is_open, since, run_id)
    values (
        new.submission_id,
        new.finding_id,
        new.state,
        new.closed_at is null and new.state in ('OPEN', 'PERSISTING'),
        coalesce(
            new.closed_at,
            case when tg_op = 'INSERT' then new.found_at end,
            (select run.started_at from ops.run as run where run.run_id = new.run_id)
        ),
        new.run_id
    );
    return null;
end
$$;
comment on function warehouse.keep_finding_state() is
    'One row per change: whatever statement moves a finding, its earlier states stay known.';

create trigger fact_finding_created
after insert on warehouse.fact_finding
for each row execute function warehouse.keep_finding_state();

create trigger fact_finding_moved
after update of state, closed_at on warehouse.fact_finding
for each row
when (old.state is distinct from new.state or old.closed_at is distinct from new.closed_at)
execute function warehouse.keep_finding_state();

insert into warehouse.fact_finding_state
    (submission_id, finding_id, state, is_open, since, run_id)
select submission_id, finding_id, 'OPEN', true, found_at, run_id
from warehouse.fact_finding
order by found_at, submission_id, finding_id;

insert into warehouse.fact_finding_state
    (submission_id, finding_id, state, is_open, since, run_id)
select submission_id, finding_id, state, false, closed_at, run_id
from warehouse.fact_finding
where closed_at is not null
order by closed_at, submission_id, finding_id;
