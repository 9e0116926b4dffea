delete from warehouse.dim_band
