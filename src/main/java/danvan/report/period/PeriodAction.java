package danvan.report.period;

import danvan.chat.Button;
import danvan.conversation.Actions;
import danvan.report.Period;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a button of the period's report asks for. */
enum PeriodAction implements Actions.Coded {
    CHOOSE_LAYOUT("p"),
    ORDER("g"),
    /** A template to start from. */
    TAKE_TEMPLATE("t");

    /** The feature that reads them. */
    static final String FEATURE = "periodreport";

    private static final Actions<PeriodAction> ACTIONS = new Actions<>(FEATURE, PeriodAction.class);

    /** Which template a report is made from. */
    enum Layout {
        OWN,
        STATE,
        PARTY;

        /** As buttons and orders write it. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Layout> of(String code) {
            return Arrays.stream(values())
                    .filter(one -> one.code().equals(code))
                    .findFirst();
        }
    }

    private final String code;

    PeriodAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    static Button choosing(String label, Period period) {
        return ACTIONS.button(label, CHOOSE_LAYOUT, period.code());
    }

    static Button ordering(String label, Period period, Layout layout) {
        return ACTIONS.button(label, ORDER, period.code(), layout.code());
    }

    static Button template(String label, Layout layout) {
        return ACTIONS.button(label, TAKE_TEMPLATE, layout.code());
    }

    /**
     * A tap, as a button's text says it.
     *
     * @param period empty where it names none
     * @param layout empty where it names none
     */
    record Tap(PeriodAction what, Optional<Period> period, Optional<Layout> layout) {
        static Optional<Tap> read(String action) {
            // The layout is the last value, behind a period or alone.
            return ACTIONS.tap(action)
                    .map(tap -> new Tap(
                            tap.act(),
                            Period.of(tap.value(0)),
                            Layout.of(tap.value(Math.max(0, tap.values().size() - 1)))));
        }
    }
}
