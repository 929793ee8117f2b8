package danvan.task.programme;

import danvan.text.Problem;

/** A file is no programme. */
final class ForeignFile extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Problem why;

    ForeignFile(Problem why) {
        super(why.key());
        this.why = why;
    }

    /** What it lacks. */
    Problem why() {
        return why;
    }
}
