select
    coverage.edit_id,
    coverage.edit_type,
    coverage.level,
    coverage.severity,
    coverage.form_code,
    coverage.runs,
    coverage.passed,
    coverage.failed,
    coverage.not_checkable,
    coverage.last_run,
    coverage.findings,
    coverage.fixed,
    coverage.explained,
    coverage.waived
from mart.edit_coverage as coverage
where coverage.is_current
order by coverage.edit_id
