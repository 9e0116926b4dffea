insert into ops.publication
    (run_id, opened_at, form_version, rule_book_version, catalogue_version)
select run_id, :opened_at, form_version, rule_book_version, catalogue_version
from ops.run
where run_id = :run_id
on conflict (run_id) do nothing
