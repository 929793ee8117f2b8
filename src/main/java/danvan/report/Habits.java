package danvan.report;

import danvan.form.Form;

/** What a form allows beyond being filled in. */
final class Habits {
    private Habits() {}

    /** Whether "nothing to report" is a report. */
    static boolean nil(Form form) {
        return false;
    }

    /** Whether a report may begin with the answers of the last one. */
    static boolean asLast(Form form) {
        return false;
    }
}
