-- The desk: the office's pages at a PC.

-- Counts how often all ways in of a member were ended; what was opened before is closed with them.
ALTER TABLE member ADD COLUMN access_no INTEGER NOT NULL DEFAULT 0;

-- A PC that wants in. The code is shown on it and told to the bot; kept as a hash, as is the secret in the PC's cookie.
-- state: OPEN, ASKED (somebody was asked which number the PC shows), CONFIRMED, REFUSED, USED. Real time throughout.
CREATE TABLE desk_code (
    id           ${id},
    code_hash    TEXT    NOT NULL UNIQUE,
    browser_hash TEXT    NOT NULL,
    number       INTEGER NOT NULL,
    machine      TEXT    NOT NULL,
    network      TEXT    NOT NULL,
    own          INTEGER NOT NULL,
    made_at      BIGINT  NOT NULL,
    state        TEXT    NOT NULL DEFAULT 'OPEN',
    member_id    BIGINT
);
CREATE INDEX desk_code_made ON desk_code (made_at);

CREATE TABLE desk_session (
    id         ${id},
    token_hash TEXT    NOT NULL UNIQUE,
    member_id  BIGINT  NOT NULL,
    access_no  INTEGER NOT NULL,
    machine    TEXT    NOT NULL,
    network    TEXT    NOT NULL,
    own        INTEGER NOT NULL,
    begun_at   BIGINT  NOT NULL,
    seen_at    BIGINT  NOT NULL
);
CREATE INDEX desk_session_member ON desk_session (member_id);

-- What a member has chosen at the desk, such as the columns of a form's table; value is JSON.
CREATE TABLE desk_choice (
    member_id BIGINT NOT NULL,
    name      TEXT   NOT NULL,
    value     TEXT   NOT NULL,
    PRIMARY KEY (member_id, name)
);

-- Files that were ordered at the desk, and words that came with them.
CREATE TABLE desk_notice (
    id         ${id},
    member_id  BIGINT NOT NULL,
    at         BIGINT NOT NULL,
    text       TEXT   NOT NULL,
    file_id    TEXT,
    name       TEXT,
    media_type TEXT
);
CREATE INDEX desk_notice_member ON desk_notice (member_id, id);

-- The answers of the reports, one a row, for columns, sorting and figures; without personal ones. Derived from
-- report.instance_xml: written with it, and filled up for older reports. ord counts the leaves of a path (repetitions).
CREATE TABLE report_answer (
    report_id BIGINT  NOT NULL,
    path      ${text} NOT NULL,
    ord       INTEGER NOT NULL,
    text      TEXT    NOT NULL,
    number    DOUBLE PRECISION,
    PRIMARY KEY (report_id, path, ord)
);
CREATE INDEX report_answer_path ON report_answer (path, report_id);
-- The same answers in one text, folded, for a search. A report without a row here is not filled up yet.
CREATE TABLE report_words (
    report_id BIGINT NOT NULL PRIMARY KEY,
    words     TEXT   NOT NULL
);

CREATE INDEX report_status ON report (status, id);
CREATE INDEX report_form ON report (form_id, submitted_at);
CREATE INDEX report_assignee ON report (assignee, id);
CREATE INDEX audit_at ON audit (at);
CREATE INDEX audit_action ON audit (action, id);
CREATE INDEX audit_actor ON audit (actor, id);
