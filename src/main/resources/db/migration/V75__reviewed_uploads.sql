-- The files that the office sent to change something: what was shown, and what became of it. Waiting, applied or dropped.
CREATE TABLE reviewed_upload (
    file_id    ${text} NOT NULL PRIMARY KEY,
    kind       ${text} NOT NULL,
    file_name  TEXT    NOT NULL,
    state      ${text} NOT NULL,
    sent_by    BIGINT  NOT NULL,
    sent_at    BIGINT  NOT NULL,
    decided_by BIGINT,
    decided_at BIGINT
);
CREATE INDEX reviewed_upload_state ON reviewed_upload (kind, state);

-- A glossary that waits is shown anew when its button is tapped: what it would change is worked out again.
INSERT INTO reviewed_upload (file_id, kind, file_name, state, sent_by, sent_at, decided_by, decided_at)
    SELECT file_id, 'glossary', 'glossary.xlsx', CASE state WHEN 'LIVE' THEN 'APPLIED' ELSE state END,
           sent_by, sent_at, decided_by, decided_at FROM glossary_sent;
INSERT INTO reviewed_upload (file_id, kind, file_name, state, sent_by, sent_at, decided_by, decided_at)
    SELECT file, 'roster', 'roster.xlsx', CASE done WHEN 1 THEN 'APPLIED' ELSE 'DROPPED' END,
           decided_by, decided_at, decided_by, decided_at FROM roster_sent;
DROP TABLE glossary_sent;
DROP TABLE roster_sent;
DROP TABLE programme_proposed;
