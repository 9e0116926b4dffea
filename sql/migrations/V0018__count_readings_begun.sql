-- A workbook may end whoever reads it. What is about to be read is noted before, in a transaction of
-- its own, so that a file on which reading died twice can be told from the others and left alone.
alter table ops.run_item add column readings_begun smallint not null default 0;
comment on column ops.run_item.readings_begun is
    'How often reading it was begun; more than its outcomes tells of readings that died.';
