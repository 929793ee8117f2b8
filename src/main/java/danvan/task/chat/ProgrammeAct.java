package danvan.task.chat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a button of the programme's pages asks for. Buttons stay in chats for years: codes are not given a new meaning. */
enum ProgrammeAct {
    /** Turns a task on or off: its key, 1 or 0, the page. */
    SWITCH("s"),
    /** A page of the tasks. */
    PAGE("p"),
    /** A year that is over, and a page of it. */
    YEAR("y"),
    /** A year's workbook. */
    WORKBOOK("w");

    static final String FEATURE = "programme";

    private final String code;

    ProgrammeAct(String code) {
        this.code = code;
    }

    /** A button's action, asking for this. */
    String action(Object... values) {
        StringBuilder action = new StringBuilder(FEATURE).append(':').append(code);
        for (Object value : values) {
            action.append(':').append(value);
        }
        return action.toString();
    }

    /** A tap; what was not encoded reads as empty. */
    record Tap(ProgrammeAct act, List<String> values) {
        Tap {
            values = List.copyOf(values);
        }

        String value(int at) {
            return at < values.size() ? values.get(at) : "";
        }

        /** A number in a value; 0 where there is none. */
        int number(int at) {
            return value(at).matches("\\d{1,4}") ? Integer.parseInt(value(at)) : 0;
        }
    }

    static Optional<Tap> tap(String action) {
        String[] parts = action.split(":", 2);
        return Stream.of(values())
                .filter(act -> parts.length == 2 && act.code.equals(parts[0]))
                .findFirst()
                .map(act -> new Tap(act, List.of(parts[1].split(":", -1))));
    }
}
