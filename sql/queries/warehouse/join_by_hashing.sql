-- Statements that read whole tables, whose sizes the planner guesses wrong while they are being
-- filled, must neither look rows up one by one nor sort them. For this transaction only.
select
    set_config('enable_nestloop', case when :is_wanted then 'off' else 'on' end, true),
    set_config('enable_mergejoin', case when :is_wanted then 'off' else 'on' end, true),
    set_config('enable_sort', case when :is_wanted then 'off' else 'on' end, true),
    set_config('work_mem', '64MB', true)
