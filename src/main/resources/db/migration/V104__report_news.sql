-- What leads are still to be told of a report: that it came (NEW), that it lies open (OPEN), and so the level above (ABOVE).
-- A row goes when it is told or has nothing to tell any more.
CREATE TABLE report_news (
    report_id BIGINT  NOT NULL,
    edition   INTEGER NOT NULL,
    step      TEXT    NOT NULL,
    due_at    BIGINT  NOT NULL,
    PRIMARY KEY (report_id, edition, step)
);
CREATE INDEX report_news_due ON report_news (due_at);
