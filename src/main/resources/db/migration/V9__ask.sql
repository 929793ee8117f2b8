-- What was asked, what was shown for it, and what the office said to it. number counts up within a member, so that a
-- button can name a question before it is written down, and no two chats wait for one another.

CREATE TABLE question (
    member_id  BIGINT  NOT NULL,
    number     INTEGER NOT NULL,
    asked_at   BIGINT  NOT NULL,
    -- What the member is spoken to in.
    language   TEXT    NOT NULL,
    -- What the member asked in.
    asked_in   TEXT    NOT NULL,
    -- As typed; empty where it held personal data.
    words      TEXT    NOT NULL,
    -- What was looked for: the words, or the words joined to the topic before. Empty as above.
    searched   TEXT    NOT NULL,
    outcome    TEXT    NOT NULL,
    -- ask.Shown as JSON: the passages or documents that were shown or offered.
    shown      TEXT    NOT NULL,
    useful     INTEGER,
    -- Where the office's reply goes.
    channel    TEXT    NOT NULL,
    chat       TEXT    NOT NULL,
    unit       TEXT    NOT NULL,
    handed_at  BIGINT,
    reply      TEXT,
    replied_by BIGINT,
    replied_at BIGINT,
    -- The unit the reply came from.
    office     TEXT,
    PRIMARY KEY (member_id, number)
);
CREATE INDEX question_asked ON question (asked_at);

-- The office's replies that answer whoever asks the same again. Shown once approved, up to the last day.
CREATE TABLE curated_answer (
    member_id   BIGINT  NOT NULL,
    number      INTEGER NOT NULL,
    language    TEXT    NOT NULL,
    question    TEXT    NOT NULL,
    answer      TEXT    NOT NULL,
    author      BIGINT  NOT NULL,
    office      TEXT    NOT NULL,
    written_at  BIGINT  NOT NULL,
    expires_on  TEXT    NOT NULL,
    approved_by BIGINT,
    approved_at BIGINT,
    ended_at    BIGINT,
    PRIMARY KEY (member_id, number)
);

-- The document a member chose to ask on about.
CREATE TABLE ask_topic (
    member_id BIGINT NOT NULL PRIMARY KEY,
    document  TEXT   NOT NULL,
    chosen_at BIGINT NOT NULL
);
