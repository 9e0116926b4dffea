#!/usr/bin/env bash
# Loads the table of a folder's one workbook with ogr2ogr into a table of its own, then its figures: load.sh FOLDER
set -euo pipefail
export PGCLIENTENCODING=UTF8 PG_USE_COPY=YES
psql -q -c 'drop table if exists raw'
for book in "$1"/*.xlsx; do
    ogr2ogr -f PostgreSQL "PG:dbname=$PGDATABASE" "$book" -nln raw -append \
        -oo HEADERS=DISABLE -oo FIELD_TYPES=STRING -lco LAUNDER=YES
done
psql -q -v ON_ERROR_STOP=1 << 'SQL'
insert into observation
select
    (160000 + regexp_replace(field1, '\D', '', 'g')::int)::text,
    'BENCH_' || regexp_replace(field3, '\D', '', 'g'),
    field2,
    figure.measure,
    figure.value::numeric
from raw
cross join lateral (values ('MONTH', field5), ('YTD', field6)) as figure (measure, value)
where field3 ~ '^测试指标第[0-9]{3}项$';
drop table raw;
SQL
