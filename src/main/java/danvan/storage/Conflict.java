package danvan.storage;

/** Somebody else changed what a transaction had read. The work is done again from the start, on the new state. */
public final class Conflict extends RuntimeException {
    public Conflict(String what) {
        super(what, null, false, false);
    }
}
