-- What waited for publication makes way for a newer version of itself, unless it is that one nobody
-- can tell apart from another. Somebody can: whoever waived that doubt said which one holds.
update ops.submission as older
set state = 'SUPERSEDED'
where older.state in ('READ', 'HELD')
    and exists (
        select 1
        from ops.submission as newer
        where newer.area_key = older.area_key
            and newer.form_key = older.form_key
            and newer.period_key = older.period_key
            and newer.version > older.version
            and newer.state in ('READ', 'HELD', 'PUBLISHED')
            and not exists (
                select 1
                from staging.reading_finding as doubt
                where doubt.submission_id = newer.submission_id
                    and doubt.code = 'VERSION_AMBIGUOUS'
                    and not exists (
                        select 1
                        from warehouse.fact_finding as waived
                        where waived.submission_id = doubt.submission_id
                            and waived.code = doubt.code
                            and waived.state = 'WAIVED'
                    )
            )
    )
