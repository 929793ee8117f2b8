package danvan.organization.chat;

import danvan.chat.Role;
import danvan.conversation.Actions;
import java.util.List;
import java.util.Optional;

/** What a button of {@link People} asks for: the language, and whom to invite where. */
enum PeopleAct implements Actions.Coded {
    LANGUAGE("l"),
    /** A role to invite to. */
    ROLE("r"),
    /** The units below one, to choose from. */
    UNIT("u"),
    INVITE("i");

    static final Actions<PeopleAct> ACTIONS = new Actions<>("people", PeopleAct.class);

    private final String code;

    PeopleAct(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /** A page of units. It stands where else the code does: behind a unit's code of forty letters Telegram has no room for it. */
    static String page(int page, Role role, String unit) {
        return "people:" + page + ":" + role + ":" + unit;
    }

    /** A tap; of {@link #UNIT} the third value is the page. */
    static Optional<Actions.Tap<PeopleAct>> tap(String action) {
        List<String> parts = List.of(action.split(":", -1));
        return parts.size() == 3 && parts.get(0).matches("\\d{1,2}")
                ? Optional.of(new Actions.Tap<>(UNIT, List.of(parts.get(1), parts.get(2), parts.get(0))))
                : ACTIONS.tap(action);
    }
}
