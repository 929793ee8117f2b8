-- The files members sent, for a few days: nobody fills the disk. worked: whether the turn it came with has been worked; a
-- file of the phone page is here before.
CREATE TABLE upload (
    id        ${id},
    member_id BIGINT  NOT NULL,
    day       TEXT    NOT NULL,
    ref       TEXT    NOT NULL,
    bytes     BIGINT  NOT NULL,
    worked    INTEGER NOT NULL
);
CREATE INDEX upload_member ON upload (member_id, day);
