-- Every code, in the order of its codelist.
select *
from mart.exchange_code as code
order by code.codelist, code.code
