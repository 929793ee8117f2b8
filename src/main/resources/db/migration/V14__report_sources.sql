-- Which figures of a report were added up from other reports, and from which ones, as JSON. Null: none.
ALTER TABLE report_draft ADD COLUMN sources TEXT;
ALTER TABLE report ADD COLUMN sources TEXT;

-- When the writer was told that the draft is about to be let go; an answer takes it back.
ALTER TABLE report_draft ADD COLUMN warned_at BIGINT;

-- What the person wrote below a photo. Sealed where the question is marked as personal.
ALTER TABLE report_file ADD COLUMN caption TEXT NOT NULL DEFAULT '';
