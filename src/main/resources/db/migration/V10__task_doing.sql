-- What becomes of a task: done with its evidence, not applicable, an extension; programmes that were sent in; digests.

-- DONE or NOT_APPLICABLE; both end the reminders.
ALTER TABLE task_done ADD COLUMN how TEXT NOT NULL DEFAULT 'DONE';
-- The evidence in words, the reason why it does not apply, or the receipt of the report that shows it.
ALTER TABLE task_done ADD COLUMN note TEXT;
-- The evidence as a picture or a file: the name the file store gave it.
ALTER TABLE task_done ADD COLUMN file TEXT;

-- Who asked for more time, and what became of it. state: ASKED, GRANTED, REFUSED. The latest day granted counts.
CREATE TABLE task_extension (
    id         ${id},
    task       TEXT   NOT NULL,
    period     TEXT   NOT NULL,
    member_id  BIGINT NOT NULL,
    wanted     TEXT   NOT NULL,
    reason     TEXT   NOT NULL,
    asked_at   BIGINT NOT NULL,
    state      TEXT   NOT NULL DEFAULT 'ASKED',
    decided_by BIGINT,
    decided_at BIGINT,
    until      TEXT,
    answer     TEXT
);
CREATE INDEX task_extension_member ON task_extension (member_id, task, period);
CREATE INDEX task_extension_granted ON task_extension (task, period) WHERE state = 'GRANTED';

-- Programmes that the office sent in, each whole, as YAML. The latest of a year is in force, the earlier ones are its history.
CREATE TABLE programme (
    id     ${id},
    year   INTEGER NOT NULL,
    yaml   TEXT    NOT NULL,
    put_by BIGINT  NOT NULL,
    put_at BIGINT  NOT NULL
);
-- One that was checked and waits for its sender's word.
CREATE TABLE programme_proposed (
    member_id BIGINT  NOT NULL PRIMARY KEY,
    number    BIGINT  NOT NULL,
    year      INTEGER NOT NULL,
    yaml      TEXT    NOT NULL
);

-- Who was sent the digest of a week, by the week's Monday.
CREATE TABLE task_digest (
    week      TEXT   NOT NULL,
    member_id BIGINT NOT NULL,
    sent_at   BIGINT NOT NULL,
    PRIMARY KEY (week, member_id)
);
