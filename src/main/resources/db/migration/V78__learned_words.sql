-- Words under which a passage is found: the question of somebody who found it among near misses, or to whom the office replied
-- with it. Used once an administrator approved them, until they are taken back. Never shown as text of the passage.
CREATE TABLE learned_words (
    -- The question they come from.
    member_id        BIGINT  NOT NULL,
    number           INTEGER NOT NULL,
    language         TEXT    NOT NULL,
    words            TEXT    NOT NULL,
    document         TEXT    NOT NULL,
    passage          TEXT    NOT NULL,
    passage_language TEXT    NOT NULL,
    -- TAPPED or CITED.
    source           TEXT    NOT NULL,
    proposed_by      BIGINT  NOT NULL,
    proposed_at      BIGINT  NOT NULL,
    approved_by      BIGINT,
    approved_at      BIGINT,
    ended_by         BIGINT,
    ended_at         BIGINT,
    PRIMARY KEY (member_id, number)
);
