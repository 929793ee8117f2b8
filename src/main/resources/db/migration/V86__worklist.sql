-- Counts of the desk's first page: few rows each, of tables that grow.
CREATE INDEX outbox_refused ON outbox (done_at) WHERE state = 'REFUSED';
CREATE INDEX task_extension_asked ON task_extension (member_id) WHERE state = 'ASKED';
