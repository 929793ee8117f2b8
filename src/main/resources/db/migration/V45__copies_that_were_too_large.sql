-- Copies that a server refused only for their size are sent again, in parts.
UPDATE report_push SET state = 'WAITING', due_at = 0, attempts = 1, done_at = NULL
WHERE state = 'REFUSED' AND reason LIKE '%answered 413';
