-- Like every table this one says what a row of it is.
comment on table staging.layout is
    'One row per run for which the working tables of the step check are laid out, one at most; none after a crash of the server.';
