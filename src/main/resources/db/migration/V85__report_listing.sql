-- All that the desk's filters ask for, without the instances: whatever a filter has no index of its own for reads these
-- narrow rows, in the order of the receipts, and not the reports.
CREATE INDEX report_listing ON report (year, number, status, form_id, form_version, unit, member_id, assignee,
    submitted_at, urgent, nil, period);
