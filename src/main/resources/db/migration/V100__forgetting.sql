-- Members who asked to be forgotten, by each address, until nothing of them is left. The rows go with the rest.
CREATE TABLE forgetting (
    member_id BIGINT  NOT NULL,
    channel   ${text} NOT NULL,
    chat      ${text} NOT NULL,
    -- As others may have written it down.
    name      TEXT    NOT NULL,
    asked_at  BIGINT  NOT NULL,
    PRIMARY KEY (member_id, channel, chat)
);
