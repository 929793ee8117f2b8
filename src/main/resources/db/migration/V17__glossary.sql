-- What the office changed in the glossary by chat. A file sent is a proposal: WAITING, LIVE, DROPPED; changes are as JSON.
CREATE TABLE glossary_sent (
    file_id    ${text} NOT NULL PRIMARY KEY,
    state      TEXT    NOT NULL,
    changes    TEXT    NOT NULL,
    sent_by    BIGINT  NOT NULL,
    sent_at    BIGINT  NOT NULL,
    decided_by BIGINT,
    decided_at BIGINT
);
CREATE INDEX glossary_sent_state ON glossary_sent (state);
-- What stands over the entry of the same kind and name in the file, as YAML; empty: withdrawn.
CREATE TABLE glossary_entry (
    kind       ${text} NOT NULL,
    name       ${text} NOT NULL,
    entry      TEXT    NOT NULL,
    changed_by BIGINT  NOT NULL,
    changed_at BIGINT  NOT NULL,
    PRIMARY KEY (kind, name)
);
