-- What the office has looked at and will not reply to: no question about the work, or one that was answered elsewhere. Whoever
-- hands it over afterwards is heard all the same.
ALTER TABLE question ADD COLUMN dismissed_at BIGINT;
ALTER TABLE question ADD COLUMN dismissed_by BIGINT;
