-- The same of one form: its table, its versions and periods, and who has sent it (coverage).
CREATE INDEX report_form_listing ON report (form_id, year, number, form_version, status, unit, member_id, assignee,
    submitted_at, urgent, nil, period);
DROP INDEX report_form;
