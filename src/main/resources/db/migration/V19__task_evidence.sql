-- What the evidence of a task was called where it was sent, and what it is, so that the lead can be shown it.
ALTER TABLE task_done ADD COLUMN file_name TEXT;
ALTER TABLE task_done ADD COLUMN file_type TEXT;
