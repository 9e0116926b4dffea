-- What waited for publication makes way for a newer version of itself, unless it is that one nobody
-- can tell apart from another.
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
            )
    )
