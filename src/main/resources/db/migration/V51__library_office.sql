-- What the office does with documents that are live: revision counts changes of one (its day corrected), so that every
-- process takes it up; a row may also be WITHDRAWN (taken out by the office, and brought back if it says so). told_at is
-- when whoever sent a file heard what became of it; NULL while it waits to be told, alone or with its batch.
ALTER TABLE library_document ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
ALTER TABLE library_document ADD COLUMN told_at BIGINT;
UPDATE library_document SET told_at = brought_at WHERE state <> 'UNREAD';
