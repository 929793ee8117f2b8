package danvan.report;

import danvan.text.Texts;

/** Periods in people's words. */
public final class PeriodNames {
    private PeriodNames() {}

    /** "Quý I năm 2024", "1. çeyrek 2024", "Q1 2024". */
    public static String of(Period period, Texts.Phrases texts) {
        return texts.plain(
                "out.period." + period.kind(),
                "number",
                Integer.toString(period.number()),
                "year",
                Integer.toString(period.year()));
    }
}
