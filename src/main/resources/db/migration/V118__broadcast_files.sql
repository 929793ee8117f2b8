-- The files that go with a broadcast, in their order.
CREATE TABLE broadcast_file (
    broadcast  ${text} NOT NULL,
    number     BIGINT  NOT NULL,
    file       ${text} NOT NULL,
    name       TEXT    NOT NULL,
    media_type TEXT    NOT NULL,
    bytes      BIGINT  NOT NULL,
    caption    TEXT    NOT NULL,
    PRIMARY KEY (broadcast, number)
);

-- The messages that carry them, one for each file and person: they are taken back with the broadcast.
CREATE TABLE broadcast_file_sent (
    broadcast ${text} NOT NULL,
    member_id BIGINT  NOT NULL,
    queued    BIGINT  NOT NULL,
    PRIMARY KEY (broadcast, member_id, queued)
);
