select max(progress.period) as period
from mart.target_progress_as_known(:as_known) as progress
