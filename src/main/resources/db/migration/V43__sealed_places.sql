-- The paths of the answers that were sealed, as a JSON list: a sealed answer is known by its place, not by what it looks
-- like. Null: older than this column; the form of the text and the key tell.
ALTER TABLE report ADD COLUMN sealed TEXT;
ALTER TABLE report_draft ADD COLUMN sealed TEXT;
ALTER TABLE report_edition ADD COLUMN sealed TEXT;

-- Whether the caption is sealed; null as above.
ALTER TABLE report_file ADD COLUMN sealed INTEGER;
