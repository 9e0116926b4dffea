select submission_id
from ops.arrival
where path = :path
    and file_sha256 = :sha256
    and modified_at = :modified_at
