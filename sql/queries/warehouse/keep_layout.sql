insert into staging.layout (run_id) values (:run_id)
