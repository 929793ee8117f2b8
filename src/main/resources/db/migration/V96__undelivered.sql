-- Messages that were given up, as the desk lists and counts them.
DROP INDEX outbox_refused;
CREATE INDEX outbox_given_up ON outbox (done_at) WHERE state IN ('REFUSED', 'UNREACHABLE');
