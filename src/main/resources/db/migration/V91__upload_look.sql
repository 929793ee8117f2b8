-- What was found in a file that the office sent to change something: what it would change, or what is wrong with it, as JSON.
-- It goes with the file.
CREATE TABLE upload_look (
    file_id ${text} NOT NULL PRIMARY KEY REFERENCES file (id) ON DELETE CASCADE,
    kind    ${text} NOT NULL,
    name    TEXT   NOT NULL,
    sent_by BIGINT NOT NULL,
    sent_at BIGINT NOT NULL,
    look    TEXT   NOT NULL
);
