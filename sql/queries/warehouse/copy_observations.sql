copy staging.observation
    (submission_id, sheet, cell, measure, line_code, indicator_code, value, value_text,
    obs_status, value_as_written, unit_as_written, factor, step)
from stdin
