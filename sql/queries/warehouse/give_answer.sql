insert into ops.answer (submission_id, finding_id, kind, text, given_by, given_at)
values (:submission_id, :finding_id, :kind, :text, :given_by, :given_at)
