-- Of these contents of the store those that no submission and no arrival names.
select kept.sha256
from unnest(:kept::text[]) as kept (sha256)
where not exists (
        select 1
        from ops.submission as submission
        where submission.file_sha256 = kept.sha256
    )
    and not exists (
        select 1
        from ops.arrival as arrival
        where arrival.file_sha256 = kept.sha256
    )
order by kept.sha256
