select
    run_id,
    job,
    status,
    parameters::text as parameters,
    form_version,
    rule_book_version,
    catalogue_version,
    program_version
from ops.run
where run_id = :run_id
