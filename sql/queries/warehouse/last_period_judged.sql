select max(period) from mart.target_progress
