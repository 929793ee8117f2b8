-- Under which name a file lies in the inbox folder's "done" that came by that folder; the office hears of it as whoever sends
-- a file in a chat does. NULL for what was sent and for what the command line brought.
ALTER TABLE library_document ADD COLUMN inbox_file TEXT;
