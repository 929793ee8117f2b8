-- The pipe: updates kept once, messages kept until delivered, and the dialog each member is in.
-- Instants are milliseconds since 1970. ${id} is the database's own word for a key that counts up.

CREATE TABLE inbox (
    id            ${id},
    channel       TEXT    NOT NULL,
    chat          TEXT    NOT NULL,
    update_id     TEXT    NOT NULL,
    sender_name   TEXT    NOT NULL,
    body          TEXT    NOT NULL,
    received_at   BIGINT  NOT NULL,
    attempts      INTEGER NOT NULL DEFAULT 0,
    retry_at      BIGINT  NOT NULL DEFAULT 0,
    claimed_by    TEXT,
    claimed_until BIGINT,
    done_at       BIGINT,
    outcome       TEXT,
    UNIQUE (channel, update_id)
);
CREATE INDEX inbox_open ON inbox (channel, chat, id) WHERE done_at IS NULL;

CREATE TABLE outbox (
    id            ${id},
    channel       TEXT    NOT NULL,
    chat          TEXT    NOT NULL,
    priority      INTEGER NOT NULL,
    body          TEXT    NOT NULL,
    created_at    BIGINT  NOT NULL,
    due_at        BIGINT  NOT NULL,
    attempts      INTEGER NOT NULL DEFAULT 0,
    claimed_by    TEXT,
    claimed_until BIGINT,
    state         TEXT    NOT NULL DEFAULT 'QUEUED',
    done_at       BIGINT,
    remote_id     TEXT,
    reason        TEXT
);
CREATE INDEX outbox_queued ON outbox (channel, priority, id) WHERE state = 'QUEUED';
CREATE INDEX outbox_chat ON outbox (channel, chat, id) WHERE state = 'QUEUED';

CREATE TABLE dialog (
    member_id  BIGINT  NOT NULL PRIMARY KEY,
    feature    TEXT    NOT NULL,
    state      TEXT    NOT NULL,
    revision   BIGINT  NOT NULL,
    updated_at BIGINT  NOT NULL
);

CREATE TABLE setting (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);
