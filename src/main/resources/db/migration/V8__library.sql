-- Imported documents. A row is one version of one document in one language: UNREAD (its file waits to be read), WAITING
-- (read, to be confirmed), LIVE, SUPERSEDED (a newer version is live), DROPPED, FAILED (obstacle says why).
-- particulars is what its first page says, as JSON. Instants are milliseconds since 1970.

CREATE TABLE library_document (
    id          ${id},
    state       TEXT    NOT NULL,
    document    ${text} NOT NULL,
    language    ${text} NOT NULL,
    file        ${text} NOT NULL,
    sha256      ${text} NOT NULL,
    file_name   TEXT    NOT NULL,
    media_type  TEXT    NOT NULL,
    pages       INTEGER NOT NULL,
    recognised  INTEGER NOT NULL,
    particulars TEXT    NOT NULL,
    obstacle    TEXT,
    brought_by  BIGINT,
    channel     TEXT,
    chat        TEXT,
    brought_at  BIGINT  NOT NULL,
    live_at     BIGINT,
    ended_at    BIGINT
);
CREATE INDEX library_document_sha256 ON library_document (sha256);
CREATE INDEX library_document_state ON library_document (state);
-- Two versions are never live at once, whatever two replicas do.
CREATE UNIQUE INDEX library_document_live ON library_document (document, language) WHERE state = 'LIVE';

CREATE TABLE library_passage (
    document_id BIGINT  NOT NULL REFERENCES library_document (id),
    place       INTEGER NOT NULL,
    name        TEXT    NOT NULL,
    heading     TEXT    NOT NULL,
    article     TEXT    NOT NULL,
    page        INTEGER NOT NULL,
    body        TEXT    NOT NULL,
    PRIMARY KEY (document_id, place)
);
