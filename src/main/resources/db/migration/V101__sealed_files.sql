-- Contents that answer personal questions are sealed part by part, with the key of personal answers.
ALTER TABLE file ADD COLUMN sealed INTEGER NOT NULL DEFAULT 0;
