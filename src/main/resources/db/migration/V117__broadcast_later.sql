-- When a broadcast is to be sent. One that is not sent yet may have a time, too: the one its author has chosen.
ALTER TABLE broadcast ADD COLUMN send_at BIGINT;
CREATE INDEX broadcast_scheduled ON broadcast (send_at) WHERE state = 'SCHEDULED';
