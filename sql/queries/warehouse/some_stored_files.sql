select file_sha256
from ops.submission
group by file_sha256
order by random()
limit :size
