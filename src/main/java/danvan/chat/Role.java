package danvan.chat;

import java.util.List;

/** What a member may do; each role from {@link #CADRE} on may do what the ones before it may. */
public enum Role {
    /** Reads everything at the desk and changes nothing; takes no part in the work. */
    AUDITOR,
    /** Asks, reports, does tasks. */
    CADRE,
    /** Also answers for a unit and the units below it. */
    LEAD,
    /** Also runs the bot's content: documents, forms, programme, broadcasts. */
    OFFICE,
    /** Also admits people and turns things on. */
    ADMINISTRATOR;

    /** Those who take part in the work, from the least: they are reminded, written to and counted. */
    public static final List<Role> WORKING = List.of(CADRE, LEAD, OFFICE, ADMINISTRATOR);

    public boolean atLeast(Role other) {
        return compareTo(other) >= 0;
    }
}
