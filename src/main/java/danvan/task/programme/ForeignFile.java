package danvan.task.programme;

import danvan.text.Language;

/** A file is no programme. */
final class ForeignFile extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Fault why;

    ForeignFile(Fault why) {
        super(why.in(Language.EN));
        this.why = why;
    }

    /** What it lacks. */
    Fault why() {
        return why;
    }
}
