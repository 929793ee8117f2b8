-- Units, members, the chats they are reached in, invitations, strangers, and who did what.

CREATE TABLE unit (
    code       TEXT NOT NULL PRIMARY KEY,
    name       TEXT NOT NULL,
    level      TEXT NOT NULL,
    parent     TEXT REFERENCES unit (code),
    valid_from TEXT,
    valid_to   TEXT,
    successor  TEXT
);

CREATE TABLE member (
    id         ${id},
    name       TEXT   NOT NULL,
    role       TEXT   NOT NULL,
    unit       TEXT   NOT NULL REFERENCES unit (code),
    language   TEXT,
    created_at BIGINT NOT NULL
);

CREATE TABLE member_address (
    channel      TEXT    NOT NULL,
    chat         TEXT    NOT NULL,
    member_id    BIGINT  NOT NULL REFERENCES member (id),
    reachable    INTEGER NOT NULL DEFAULT 1,
    last_seen_at BIGINT  NOT NULL,
    PRIMARY KEY (channel, chat)
);
CREATE INDEX member_address_member ON member_address (member_id);

-- Codes and link tokens are kept as hashes only: who reads the database cannot come in with them.
CREATE TABLE invitation (
    code_hash  TEXT   NOT NULL PRIMARY KEY,
    role       TEXT   NOT NULL,
    unit       TEXT   NOT NULL REFERENCES unit (code),
    created_by BIGINT NOT NULL REFERENCES member (id),
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_by    BIGINT REFERENCES member (id),
    used_at    BIGINT
);

CREATE TABLE stranger (
    channel   TEXT    NOT NULL,
    chat      TEXT    NOT NULL,
    hour      BIGINT  NOT NULL,
    tries     INTEGER NOT NULL,
    PRIMARY KEY (channel, chat)
);

CREATE TABLE audit (
    id     ${id},
    at     BIGINT NOT NULL,
    actor  BIGINT,
    action TEXT   NOT NULL,
    detail TEXT   NOT NULL
);
