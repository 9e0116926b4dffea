select 1
from staging.refresh_statistics()
