truncate staging.area_figure, staging.figure, staging.judgement
