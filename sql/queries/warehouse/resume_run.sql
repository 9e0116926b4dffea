update ops.run
set
    status = 'STARTED',
    attempts = attempts + 1,
    ended_at = null,
    failure = null,
    program_version = :program_version,
    form_version = :form_version,
    rule_book_version = :rule_book_version,
    catalogue_version = :catalogue_version
where run_id = :run_id
