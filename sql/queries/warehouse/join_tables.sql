-- Statements that read whole tables, whose sizes the planner guesses wrong while they are being
-- filled, must neither look rows up one by one nor sort them. Edits are joined in the order they
-- are written in: of how many cells they look at it knows nothing. For this transaction only.
select
    set_config('enable_nestloop', case when :is_hashed then 'off' else 'on' end, true),
    set_config('enable_mergejoin', case when :is_hashed then 'off' else 'on' end, true),
    set_config('enable_sort', case when :is_hashed then 'off' else 'on' end, true),
    set_config('join_collapse_limit', case when :is_as_written then '1' else '8' end, true),
    set_config('from_collapse_limit', case when :is_as_written then '1' else '8' end, true),
    set_config('work_mem', '64MB', true)
