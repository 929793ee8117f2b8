-- The answers' words, to be searched: by an index of words, not by reading every text. Filled up anew in the background.
-- The words come folded, with blanks between them and nothing else.
DROP TABLE report_words;
CREATE TABLE report_words (
    rowid BIGINT NOT NULL PRIMARY KEY,
    words TEXT   NOT NULL,
    terms tsvector GENERATED ALWAYS AS (to_tsvector('simple', words)) STORED
)
-- The words are kept beside the rows, of which a search reads as many as it finds.
WITH (toast_tuple_target = 128);
CREATE INDEX report_words_terms ON report_words USING gin (terms);

-- What SQLite's index of words does under the same name, in the same language of queries: words between quotation marks,
-- joined by AND, by a plus sign where one follows the other, and by an asterisk where it is only the beginning.
CREATE FUNCTION report_words(wanted TEXT) RETURNS TABLE (rowid BIGINT) LANGUAGE sql STABLE AS $$
    SELECT w.rowid FROM report_words w WHERE w.terms @@ CAST(
        replace(replace(replace(replace(wanted, '"', ''''), ' + ', ' <-> '), ' AND ', ' & '), ' *', ':*') AS tsquery)
$$;

-- All that the desk's filters ask for, with the number of the report: in SQLite an index has it anyway.
DROP INDEX report_listing;
CREATE INDEX report_listing ON report (year, number) INCLUDE (id, status, form_id, form_version, unit, member_id, assignee,
    submitted_at, urgent, nil, period);
DROP INDEX report_form_listing;
CREATE INDEX report_form_listing ON report (form_id, year, number) INCLUDE (id, form_version, status, unit, member_id,
    assignee, submitted_at, urgent, nil, period);
