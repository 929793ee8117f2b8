-- The office keeps units and members.

-- Who has left keeps the row: what they reported and did stands in their name.
ALTER TABLE member ADD COLUMN left_at BIGINT;

-- An invitation may be for somebody by name, or let a member in again.
ALTER TABLE invitation ADD COLUMN name TEXT;
ALTER TABLE invitation ADD COLUMN member_id BIGINT REFERENCES member (id);

-- What the office has said of a unit stands above the knowledge base's file.
ALTER TABLE unit ADD COLUMN by_office INTEGER NOT NULL DEFAULT 0;

-- The workbooks that were decided on, each once.
CREATE TABLE roster_sent (
    file       TEXT    NOT NULL PRIMARY KEY,
    done       INTEGER NOT NULL,
    decided_by BIGINT  NOT NULL REFERENCES member (id),
    decided_at BIGINT  NOT NULL
);
