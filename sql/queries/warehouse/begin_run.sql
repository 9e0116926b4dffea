insert into ops.run
    (job, status, parameters, started_at, started_by, program_version, form_version,
    rule_book_version, catalogue_version)
values
    (:job, 'STARTED', :parameters::jsonb, :started_at, :started_by, :program_version,
    :form_version, :rule_book_version, :catalogue_version)
returning run_id
