#!/usr/bin/env bash
# Loads every workbook of a folder with xlsx2csv, awk and psql \copy: load.sh FOLDER small|crosstab
set -euo pipefail
for book in "$1"/*.xlsx; do
    xlsx2csv -d tab "$book" | awk -F '\t' -v layout="$2" '
        layout == "crosstab" {
            if ($3 !~ /^测试指标第[0-9][0-9][0-9]项$/) next
            area = $1; gsub(/[^0-9]/, "", area); line = $3; gsub(/[^0-9]/, "", line)
            key = sprintf("%d\tBENCH_%03d\t%s\t", 160000 + area, line, $2)
            print key "MONTH\t" $5; print key "YTD\t" $6
            next
        }
        NR == 2 { period = $5 }
        NR == 3 { area = $5 }
        $2 ~ /^1[0-9][0-9][0-9]$/ {
            key = sprintf("%s\tBENCH_%03d\t%s\t", area, $2 - 1000, period)
            print key "MONTH\t" $4; print key "YTD\t" $5; print key "YTD_LY\t" $6; print key "YOY_YTD\t" $7
        }'
done | psql -q -v ON_ERROR_STOP=1 -c '\copy observation from stdin'
