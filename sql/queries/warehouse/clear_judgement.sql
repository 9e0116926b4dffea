truncate staging.figure, staging.judgement
