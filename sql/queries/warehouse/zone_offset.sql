-- By how many seconds a zone's clocks are ahead of UTC at a moment, as the server sees it.
select extract(epoch from
    (:moment::timestamptz at time zone :zone) - (:moment::timestamptz at time zone 'UTC'))::integer
