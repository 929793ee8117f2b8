-- Addresses at which a spreadsheet reads a form's reports again and again. The token is kept as a hash and shown once.
-- access_no as the member's was: a member whose ways in were all ended has no link either. Real time throughout.
CREATE TABLE live_link (
    id         ${id},
    member_id  BIGINT  NOT NULL,
    access_no  BIGINT  NOT NULL,
    name       TEXT    NOT NULL,
    form       TEXT    NOT NULL,
    unit       TEXT    NOT NULL,
    labels     INTEGER NOT NULL,
    token_hash TEXT    NOT NULL UNIQUE,
    made_at    BIGINT  NOT NULL,
    until_at   BIGINT  NOT NULL,
    used_at    BIGINT
);
CREATE INDEX live_link_member ON live_link (member_id);

-- Files that are ordered again and again: a filter of the table of reports, as its address writes it, and a shape.
CREATE TABLE desk_export (
    id        ${id},
    member_id BIGINT NOT NULL,
    name      TEXT   NOT NULL,
    filter    TEXT   NOT NULL,
    shape     TEXT   NOT NULL,
    UNIQUE (member_id, name)
);
