-- When a reminder left, written before it does. Where it still waits then and its process is gone, it may be there already.
ALTER TABLE outbox ADD COLUMN left_at BIGINT;
