-- The outbox number of the message whose buttons a draft waits for: they go when it is answered in words.
ALTER TABLE report_draft ADD COLUMN asked BIGINT;
