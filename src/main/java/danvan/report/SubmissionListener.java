package danvan.report;

import danvan.storage.Tx;
import java.time.LocalDate;

/** Told of each report that comes in, in the transaction that keeps it. */
@FunctionalInterface
public interface SubmissionListener {

    /**
     * A report that came in.
     *
     * @param period 2024-03, 2024-Q1 or 2024: what the form's answer {@code period} says, else the month of the day
     */
    record Submitted(String unit, String form, String period, LocalDate day, long member) {}

    void submitted(Tx tx, Submitted report);
}
