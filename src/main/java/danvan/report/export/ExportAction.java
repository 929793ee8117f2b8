package danvan.report.export;

import danvan.chat.Button;
import java.util.Arrays;
import java.util.Optional;

/** What a button of an export asks for. Each carries what the ones before it have chosen. */
enum ExportAction {
    CHOOSE_PERIOD("f"),
    CHOOSE_SHAPE("p"),
    ORDER("g");

    /** The feature that reads them. */
    static final String FEATURE = "export";
    /** Every form, or all times. */
    static final String EVERY = "-";

    private final String code;

    ExportAction(String code) {
        this.code = code;
    }

    Button button(String label, String... chosen) {
        return new Button(label, FEATURE + ":" + code + ":" + String.join(":", chosen));
    }

    /**
     * A tap, as a button's text says it.
     *
     * @param form a key; {@link #EVERY} for all
     * @param period a code; {@link #EVERY} for all times
     * @param shape the code of an {@link ExportShape}; may be empty
     */
    record Tap(ExportAction what, String form, String period, String shape) {
        static Optional<Tap> read(String action) {
            String[] parts = action.split(":", -1);
            return Arrays.stream(values())
                    .filter(one -> one.code.equals(parts[0]))
                    .findFirst()
                    .map(what -> new Tap(what, part(parts, 1, ""), part(parts, 2, EVERY), part(parts, 3, "")));
        }

        private static String part(String[] parts, int index, String otherwise) {
            return index < parts.length ? parts[index] : otherwise;
        }
    }
}
