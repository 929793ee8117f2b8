-- The answers' words, to be searched: by an index of words, not by reading every text. Filled up anew in the background.
-- The words come folded, with blanks between them and nothing else; only the index is stored.
DROP TABLE report_words;
CREATE VIRTUAL TABLE report_words USING fts5(words, content = '', contentless_delete = 1, tokenize = 'ascii');
