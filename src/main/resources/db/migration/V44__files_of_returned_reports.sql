-- A draft owns the list of its files. Drafts that change a returned report get those of the report that they have not
-- replaced; the report keeps its own until the change is sent.
INSERT INTO report_file (draft_id, ref, name, file_id, media_type, bytes, caption, sealed)
SELECT d.id, f.ref, f.name, f.file_id, f.media_type, f.bytes, f.caption, f.sealed
FROM report_draft d JOIN report_file f ON f.report_id = d.report_id
WHERE NOT EXISTS (SELECT 1 FROM report_file g WHERE g.draft_id = d.id AND g.ref = f.ref)
ORDER BY f.id;
