-- Which typed message answered which question of a draft, so that the answer follows when the person edits the message.
CREATE TABLE report_said (
    channel  TEXT   NOT NULL,
    chat     TEXT   NOT NULL,
    message  TEXT   NOT NULL,
    draft_id TEXT   NOT NULL,
    ref      TEXT   NOT NULL,
    said_at  BIGINT NOT NULL,
    PRIMARY KEY (channel, chat, message)
);
CREATE INDEX report_said_draft ON report_said (draft_id, ref);
CREATE INDEX report_said_at ON report_said (said_at);
