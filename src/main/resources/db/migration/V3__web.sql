-- The phone page's log: what was said in each chat, by both sides. It is the mailbox of who is not looking.
-- change_no counts up within a chat at each new or edited row, so that a page that was away can ask what it missed.

CREATE TABLE web_talk (
    chat        TEXT   NOT NULL PRIMARY KEY,
    last_change BIGINT NOT NULL
);

CREATE TABLE web_log (
    id        ${id},
    chat      TEXT   NOT NULL,
    change_no BIGINT NOT NULL,
    who       TEXT   NOT NULL,
    -- The name the page gave a member's message; the same when it sends it again.
    page_id   TEXT,
    -- chat.Outgoing.Message of the bot, chat.Incoming.Words of the member, as JSON.
    body      TEXT   NOT NULL,
    at        BIGINT NOT NULL,
    edited_at BIGINT,
    UNIQUE (chat, page_id)
);
CREATE INDEX web_log_chat ON web_log (chat, id);
CREATE INDEX web_log_change ON web_log (chat, change_no);
CREATE INDEX web_log_at ON web_log (at);
