package danvan.report.period;

import danvan.chat.Button;
import danvan.report.Period;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a button of the period's report asks for. */
enum PeriodAction {
    CHOOSE_LAYOUT("p"),
    ORDER("g"),
    /** A template to start from. */
    TAKE_TEMPLATE("t");

    /** The feature that reads them. */
    static final String FEATURE = "periodreport";

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

    static Button choosing(String label, Period period) {
        return new Button(label, FEATURE + ":" + CHOOSE_LAYOUT.code + ":" + period.code());
    }

    static Button ordering(String label, Period period, Layout layout) {
        return new Button(label, FEATURE + ":" + ORDER.code + ":" + period.code() + ":" + layout.code());
    }

    static Button template(String label, Layout layout) {
        return new Button(label, FEATURE + ":" + TAKE_TEMPLATE.code + ":" + layout.code());
    }

    /**
     * A tap, as a button's text says it.
     *
     * @param period empty where it names none
     * @param layout empty where it names none
     */
    record Tap(PeriodAction what, Optional<Period> period, Optional<Layout> layout) {
        static Optional<Tap> read(String action) {
            String[] parts = action.split(":", -1);
            Optional<Period> period = parts.length > 1 ? Period.of(parts[1]) : Optional.empty();
            Optional<Layout> layout = Layout.of(parts[parts.length - 1]);
            return Arrays.stream(values())
                    .filter(one -> one.code.equals(parts[0]))
                    .findFirst()
                    .map(what -> new Tap(what, period, layout));
        }
    }
}
