-- Statements that read whole tables, whose sizes the planner guesses too low while they are being
-- filled, must not look rows up one by one. For this transaction only.
select
    set_config('enable_nestloop', case when :is_allowed then 'on' else 'off' end, true),
    set_config('work_mem', '64MB', true)
