-- Work that outlives its turn: exports, period reports, broadcasts. done once; a restart takes it up where mark says.

CREATE TABLE job (
    id            ${id},
    kind          TEXT    NOT NULL,
    channel       TEXT    NOT NULL,
    chat          TEXT    NOT NULL,
    body          TEXT    NOT NULL,
    state         TEXT    NOT NULL DEFAULT 'OPEN',
    attempts      INTEGER NOT NULL DEFAULT 0,
    due_at        BIGINT  NOT NULL,
    claimed_by    TEXT,
    claimed_until BIGINT,
    -- The number in the outbox of the message that tells how far it is.
    message       BIGINT,
    mark          TEXT    NOT NULL DEFAULT '',
    done_at       BIGINT,
    reason        TEXT
);
CREATE INDEX job_open ON job (kind, due_at) WHERE state = 'OPEN';

-- The offices' own templates of the period's report. A unit without one uses that of the unit above.
CREATE TABLE report_template (
    unit    TEXT   NOT NULL PRIMARY KEY,
    file_id TEXT   NOT NULL,
    name    TEXT   NOT NULL,
    put_by  BIGINT NOT NULL,
    put_at  BIGINT NOT NULL
);

-- The ledger of reports handed on to another server. A row is there from the first attempt on.
CREATE TABLE report_push (
    report_id BIGINT  NOT NULL PRIMARY KEY,
    state     TEXT    NOT NULL,
    attempts  INTEGER NOT NULL,
    due_at    BIGINT  NOT NULL,
    done_at   BIGINT,
    reason    TEXT
);
CREATE INDEX report_push_waiting ON report_push (due_at) WHERE state = 'WAITING';

-- state: PREPARED, SENDING, SENT, CANCELLED (what was not sent stays unsent), RECALLED.
CREATE TABLE broadcast (
    code          ${text} NOT NULL PRIMARY KEY,
    author        BIGINT  NOT NULL,
    channel       TEXT    NOT NULL,
    chat          TEXT    NOT NULL,
    language      TEXT    NOT NULL,
    text          TEXT    NOT NULL,
    audience      TEXT    NOT NULL,
    state         TEXT    NOT NULL,
    created_at    BIGINT  NOT NULL,
    started_at    BIGINT
);

-- Who is told. queued: the number in the outbox; recalled: that of the edit that took it back.
CREATE TABLE broadcast_person (
    broadcast       ${text} NOT NULL,
    member_id       BIGINT  NOT NULL,
    name            TEXT    NOT NULL,
    unit            TEXT    NOT NULL,
    channel         TEXT    NOT NULL,
    chat            TEXT    NOT NULL,
    language        TEXT    NOT NULL,
    queued          BIGINT,
    state           TEXT    NOT NULL,
    acknowledged_at BIGINT,
    recalled        BIGINT,
    PRIMARY KEY (broadcast, member_id)
);
CREATE INDEX broadcast_person_open ON broadcast_person (broadcast, state);
