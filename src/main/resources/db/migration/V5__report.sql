-- Submitted reports. number counts up within a year and, with the year, is the receipt the reporter is given.

CREATE TABLE report (
    id           ${id},
    year         INTEGER NOT NULL,
    number       INTEGER NOT NULL,
    form_id      TEXT    NOT NULL,
    form_version TEXT    NOT NULL,
    form_title   TEXT    NOT NULL,
    instance_id  TEXT    NOT NULL UNIQUE,
    member_id    BIGINT  NOT NULL,
    unit         TEXT    NOT NULL,
    submitted_at BIGINT  NOT NULL,
    urgent       INTEGER NOT NULL,
    instance_xml TEXT    NOT NULL,
    UNIQUE (year, number)
);
CREATE INDEX report_member ON report (member_id, id);
