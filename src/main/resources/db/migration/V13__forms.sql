-- Forms that the office sent in the chat, each with its file. state: WAITING (for the office's word), LIVE, DROPPED.
-- A live version stays: drafts and reports of it live longer than its turn as the newest.
CREATE TABLE form_sent (
    file_id    ${text} NOT NULL PRIMARY KEY,
    file_name  TEXT    NOT NULL,
    form_id    TEXT    NOT NULL,
    version    TEXT    NOT NULL,
    title      TEXT    NOT NULL,
    state      TEXT    NOT NULL,
    sent_by    BIGINT  NOT NULL,
    sent_at    BIGINT  NOT NULL,
    decided_by BIGINT,
    decided_at BIGINT
);
CREATE UNIQUE INDEX form_sent_live ON form_sent (form_id, version) WHERE state = 'LIVE';
CREATE INDEX form_sent_state ON form_sent (state, sent_at);
