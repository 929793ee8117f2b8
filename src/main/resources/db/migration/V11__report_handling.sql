-- Reports under way: drafts and their files. What becomes of a report: who handles it, what was said and done about it.

CREATE TABLE report_draft (
    -- The instance ID that the submission will have.
    id           ${text} NOT NULL PRIMARY KEY,
    member_id    BIGINT  NOT NULL,
    form_id      TEXT    NOT NULL,
    form_version TEXT    NOT NULL,
    -- The report that is being changed; null for a new one.
    report_id    BIGINT,
    -- Personal answers are sealed.
    instance_xml TEXT    NOT NULL,
    position     TEXT    NOT NULL,
    -- Choices ticked and not yet confirmed, as a JSON list; null: as answered.
    ticked       TEXT,
    -- The last album of pictures and the question that it answers.
    album        TEXT    NOT NULL,
    album_ref    TEXT    NOT NULL,
    changed_at   BIGINT  NOT NULL,
    -- Entered in the transaction that puts the reminder into the outbox, so that none comes twice.
    reminded_at  BIGINT
);
CREATE INDEX report_draft_member ON report_draft (member_id);
CREATE INDEX report_draft_changed ON report_draft (changed_at);

-- A file belongs to a draft until its report is submitted. The answer's value is the name of its first file.
CREATE TABLE report_file (
    id         ${id},
    draft_id   TEXT,
    report_id  BIGINT,
    ref        TEXT   NOT NULL,
    name       TEXT   NOT NULL,
    file_id    TEXT   NOT NULL,
    media_type TEXT   NOT NULL,
    bytes      BIGINT NOT NULL
);
CREATE INDEX report_file_draft ON report_file (draft_id);
CREATE INDEX report_file_report ON report_file (report_id);

ALTER TABLE report ADD COLUMN status TEXT NOT NULL DEFAULT 'RECEIVED';
-- Counts the changes; buttons carry it, so that an old one is known as old.
ALTER TABLE report ADD COLUMN change_no INTEGER NOT NULL DEFAULT 0;
-- Nothing to report: the answers are empty and count as none.
ALTER TABLE report ADD COLUMN nil INTEGER NOT NULL DEFAULT 0;
-- What the report is for: 2024-03, 2024-Q1 or 2024, as the form's own answer "period" says, else the month it came in.
ALTER TABLE report ADD COLUMN period TEXT NOT NULL DEFAULT '';
ALTER TABLE report ADD COLUMN assignee BIGINT;
ALTER TABLE report ADD COLUMN edition INTEGER NOT NULL DEFAULT 1;
CREATE INDEX report_at ON report (submitted_at);
CREATE INDEX report_unit ON report (unit, submitted_at);

-- What a report said before it was changed.
CREATE TABLE report_edition (
    report_id    BIGINT  NOT NULL,
    edition      INTEGER NOT NULL,
    instance_xml TEXT    NOT NULL,
    submitted_at BIGINT  NOT NULL,
    PRIMARY KEY (report_id, edition)
);

-- The history and the thread in one: every change and every word about a report.
CREATE TABLE report_event (
    id        ${id},
    report_id BIGINT NOT NULL,
    at        BIGINT NOT NULL,
    member_id BIGINT NOT NULL,
    kind      TEXT   NOT NULL,
    words     TEXT   NOT NULL
);
CREATE INDEX report_event_report ON report_event (report_id, id);
