select max(progress.period) as period
from mart.target_progress as progress
