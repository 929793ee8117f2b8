package danvan.report.store;

/** What the writer of a draft that nobody touches is told, each once. */
public enum DraftNotice {
    /** That it is there. */
    REMINDER("reminded_at"),
    /** That it is about to be deleted. */
    DELETION("warned_at");

    private final String column;

    DraftNotice(String column) {
        this.column = column;
    }

    /** Where the table keeps when it was given. */
    String column() {
        return column;
    }
}
