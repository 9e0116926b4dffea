-- The submissions of which files with the same bytes would be mere duplicates. Not one: an older
-- version sent again, also while the newer one is held, a file held or refused under other forms,
-- rules or program, or one refused for its name or folder that has now come from elsewhere.
select distinct on (seen.ordinal) seen.ordinal, twin.submission_id
from jsonb_to_recordset(:rows::jsonb) as seen (ordinal integer, path text, sha256 text)
inner join ops.submission as twin on twin.file_sha256 = seen.sha256
where twin.part_of is null
    -- A table that was loaded as another form, or of which a part was replaced or could be read
    -- otherwise now.
    and twin.expected_form is not distinct from (
        select run.parameters ->> 'form' from ops.run as run where run.run_id = :run_id
    )
    and not exists (
        select 1
        from ops.submission as part
        where part.part_of = twin.submission_id
            and (
                part.state = 'SUPERSEDED'
                or (part.state = 'HELD' and part.read_with is distinct from :read_with)
            )
    )
    and (
        twin.state in ('RECEIVED', 'READ', 'ANSWERED')
        or (
            twin.state = 'PUBLISHED'
            and not exists (
                select 1
                from ops.submission as newer
                where newer.area_key = twin.area_key
                    and newer.form_key = twin.form_key
                    and newer.period_key = twin.period_key
                    and newer.version > twin.version
            )
        )
        or (
            twin.state in ('HELD', 'REJECTED')
            and twin.read_with = :read_with
            and (
                twin.reason_code is distinct from 'IDENTITY_CONTRADICTED'
                or exists (
                    select 1
                    from ops.arrival as arrival
                    where arrival.submission_id = twin.submission_id
                        and arrival.path = seen.path
                )
            )
        )
    )
order by seen.ordinal, twin.submission_id desc
