package danvan.report.store;

/** What became of a report. */
public enum ReportStatus {
    RECEIVED,
    IN_REVIEW,
    RESOLVED,
    RETURNED,
    WITHDRAWN
}
