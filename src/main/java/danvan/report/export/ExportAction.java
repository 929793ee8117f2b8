package danvan.report.export;

import danvan.chat.Button;
import danvan.conversation.Actions;
import java.util.Optional;

/** What a button of an export asks for. Each carries what the ones before it have chosen. */
enum ExportAction implements Actions.Coded {
    CHOOSE_PERIOD("f"),
    CHOOSE_SHAPE("p"),
    ORDER("g");

    /** The feature that reads them. */
    static final String FEATURE = "export";

    private static final Actions<ExportAction> ACTIONS = new Actions<>(FEATURE, ExportAction.class);
    /** Every form, or all times. */
    static final String EVERY = "-";

    private final String code;

    ExportAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    Button button(String label, String... chosen) {
        return ACTIONS.button(label, this, (Object[]) chosen);
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
            return ACTIONS.tap(action)
                    .map(tap -> new Tap(
                            tap.act(), tap.value(0), tap.values().size() > 1 ? tap.value(1) : EVERY, tap.value(2)));
        }
    }
}
