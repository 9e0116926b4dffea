truncate staging.edit_scope
