-- Contents of files: what members sent and what the bot made. In parts, so that no file is held in memory whole.
-- keep_until: the night after it lets the file go; null: its owner does.

CREATE TABLE file (
    id         ${text}  NOT NULL PRIMARY KEY,
    sha256     ${text}  NOT NULL,
    bytes      BIGINT   NOT NULL,
    created_at BIGINT   NOT NULL,
    keep_until BIGINT
);
CREATE INDEX file_keep_until ON file (keep_until) WHERE keep_until IS NOT NULL;

CREATE TABLE file_part (
    file_id ${text}  NOT NULL,
    part    INTEGER  NOT NULL,
    body    ${bytes} NOT NULL,
    PRIMARY KEY (file_id, part)
);
