-- Choices are searched by their label: by the stored values of the questions that have it. Long texts are no choices, and do
-- not fit into an index.
CREATE INDEX report_answer_chosen ON report_answer (path, text, report_id) WHERE LENGTH(text) <= 200;
