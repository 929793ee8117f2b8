package danvan.chat;

/** What a member may do; each role may do what the ones before it may. */
public enum Role {
    /** Asks, reports, does tasks. */
    CADRE,
    /** Also answers for a unit and the units below it. */
    LEAD,
    /** Also runs the bot's content: documents, forms, programme, broadcasts. */
    OFFICE,
    /** Also admits people and turns things on. */
    ADMINISTRATOR;

    public boolean atLeast(Role other) {
        return compareTo(other) >= 0;
    }
}
