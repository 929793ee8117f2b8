package danvan.outbox;

/** Whose turn it is when messages wait. */
public enum Priority {
    /** Somebody looks at the phone and waits. */
    REPLY(0),
    /** Somebody is to be told in time. */
    REMINDER(1),
    /** Many are told something. */
    BROADCAST(2),
    /** Somebody the bot does not know is told so: however many write, no member waits for it. */
    STRANGER(3);

    /** Acknowledgements of taps go before all else. */
    static final int ACK_RANK = -1;

    private final int rank;

    Priority(int rank) {
        this.rank = rank;
    }

    /** Its number in the table; the smaller, the sooner. */
    int rank() {
        return rank;
    }

    static Priority ofRank(long rank) {
        for (Priority priority : values()) {
            if (priority.rank == rank) {
                return priority;
            }
        }
        return REPLY;
    }
}
