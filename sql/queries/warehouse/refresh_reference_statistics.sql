select 1
from staging.refresh_reference_statistics()
