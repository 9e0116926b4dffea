select file_sha256
from ops.arrival
where path = :path
    and file_size = :file_size
    and modified_at = :modified_at
order by arrival_id desc
limit 1
