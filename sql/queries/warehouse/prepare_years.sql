select warehouse.prepare_years(extract(year from clock_timestamp())::integer + 2)
