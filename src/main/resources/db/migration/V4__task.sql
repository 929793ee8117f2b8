-- The year's programme: what is switched on, who was reminded of what, who has done what.
-- task is the programme's year and the task's id (2024/T1). due is the deadline (2024-03-25); a deadline that moves is
-- reminded of anew. period is what the deadline is for (2024-Q1); what was done for it stays done when the deadline moves.
-- lead is in days before the deadline; a reminder somebody asked for again has a negative one, its day since 1970.

CREATE TABLE task_known (
    task     TEXT   NOT NULL PRIMARY KEY,
    -- Reminders of an earlier hour are none of the bot's: it did not know the task, or the task was off.
    since    BIGINT NOT NULL,
    -- 1 and 0 were chosen by an administrator; null is as the programme says.
    switched INTEGER
);

-- The ledger. A row is entered in the transaction that puts the message into the outbox.
CREATE TABLE reminder (
    task       TEXT    NOT NULL,
    due        TEXT    NOT NULL,
    lead       INTEGER NOT NULL,
    member_id  BIGINT  NOT NULL,
    entered_at BIGINT  NOT NULL,
    late       INTEGER NOT NULL,
    PRIMARY KEY (task, due, lead, member_id)
);

-- A round is all reminders of a task, a deadline and a lead. Its row says that it is over.
CREATE TABLE reminder_round (
    task      TEXT   NOT NULL,
    due       TEXT   NOT NULL,
    lead      INTEGER NOT NULL,
    outcome   TEXT   NOT NULL,
    closed_at BIGINT NOT NULL,
    PRIMARY KEY (task, due, lead)
);

CREATE TABLE task_done (
    task      TEXT   NOT NULL,
    period    TEXT   NOT NULL,
    member_id BIGINT NOT NULL,
    done_at   BIGINT NOT NULL,
    PRIMARY KEY (task, period, member_id)
);
CREATE INDEX task_done_member ON task_done (member_id);

CREATE TABLE task_snooze (
    task      TEXT    NOT NULL,
    due       TEXT    NOT NULL,
    lead      INTEGER NOT NULL,
    member_id BIGINT  NOT NULL,
    asked_at  BIGINT  NOT NULL,
    PRIMARY KEY (task, due, lead, member_id)
);
