package danvan.report.dialog;

/** The dialog's state: which draft is open. */
record DialogState(String draft) {}
