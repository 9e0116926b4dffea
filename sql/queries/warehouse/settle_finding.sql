update warehouse.fact_finding
set state = :state, closed_at = :closed_at
where submission_id = :submission_id
    and finding_id = :finding_id
