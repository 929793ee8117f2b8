package danvan.organization.chat;

import danvan.chat.Person;
import danvan.chat.Role;
import danvan.conversation.Actions;

/** What a button of {@code /members} asks for. */
enum MemberAct implements Actions.Coded {
    /** A page of a unit's members. */
    UNIT("u", Role.LEAD, false),
    /** Those whose unit has ended. */
    ENDED("x", Role.OFFICE, false),
    /** Asks whether they move to what took the place of their units. */
    ASK_SUCCESSION("e", Role.OFFICE, false),
    SUCCESSION("f", Role.OFFICE, false),
    /** Back to where the list begins. */
    TOP("h", Role.OFFICE, false),
    CARD("c", Role.LEAD, true),
    /** Shows units to move a member to. */
    CHOOSE_UNIT("m", Role.LEAD, true),
    MOVE("t", Role.LEAD, true),
    CHOOSE_ROLE("r", Role.LEAD, true),
    SET_ROLE("s", Role.LEAD, true),
    ASK_LEAVING("l", Role.LEAD, true),
    LEAVE("y", Role.LEAD, true),
    /** Asks whether a member lost the phone, or it was stolen. */
    ASK_ACCESS("w", Role.LEAD, true),
    /** A new way in, beside the ones there are. */
    ANOTHER_ACCESS("n", Role.OFFICE, true),
    /** A new way in, in the place of all others. */
    ONLY_ACCESS("o", Role.OFFICE, true);

    static final Actions<MemberAct> ACTIONS = new Actions<>(MemberDesk.NAME, MemberAct.class);

    private final String code;
    private final Role from;
    private final boolean ofOne;

    MemberAct(String code, Role from, boolean ofOne) {
        this.code = code;
        this.from = from;
        this.ofOne = ofOne;
    }

    @Override
    public String code() {
        return code;
    }

    /** The least role that may ask for it. */
    Role from() {
        return from;
    }

    /** Whether it is about one member, named by number. */
    boolean isOfOne() {
        return ofOne;
    }

    String action(Person member, Object... values) {
        Object[] all = new Object[values.length + 1];
        all[0] = member.id();
        System.arraycopy(values, 0, all, 1, values.length);
        return ACTIONS.action(this, all);
    }
}
