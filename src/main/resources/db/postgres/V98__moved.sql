-- Which tables have come from a SQLite database, whole and compared (the command "migrate").
CREATE TABLE moved_table (
    name     TEXT   NOT NULL PRIMARY KEY,
    rows     BIGINT NOT NULL,
    checksum TEXT   NOT NULL
);
