copy staging.reading_finding
    (submission_id, ordinal, code, sheet, cell, line_code, indicator_code, measure, arguments)
from stdin
