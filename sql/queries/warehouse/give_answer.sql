insert into ops.answer (submission_id, finding_id, kind, text, given_by, given_at, given_in)
values (:submission_id, :finding_id, :kind, :text, :given_by, :given_at, :given_in)
