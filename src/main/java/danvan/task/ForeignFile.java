package danvan.task;

/** A file is no programme; the message says what it lacks. */
final class ForeignFile extends Exception {
    private static final long serialVersionUID = 1;

    ForeignFile(String why) {
        super(why);
    }
}
