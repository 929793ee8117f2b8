-- How many processes began a piece of work and came to no end of it, counted before the work begins: what ends a process
-- each time is set aside, also across restarts.
ALTER TABLE inbox ADD COLUMN begun INTEGER NOT NULL DEFAULT 0;
-- How often reading a file was begun.
ALTER TABLE library_document ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0;
-- How often putting a live document on the shelf was begun; -1 once it stood there.
ALTER TABLE library_document ADD COLUMN shelving INTEGER NOT NULL DEFAULT 0;
