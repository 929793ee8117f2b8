package danvan.report.export;

import danvan.desk.port.ReportFilter;
import java.util.Optional;

/**
 * What somebody wants to have exported; kept as JSON with the job.
 *
 * @param form empty for all
 * @param period a {@link danvan.report.Period#code}; empty for all times
 * @param unit the unit with those below it
 * @param personal whether personal data goes with it
 * @param filtered in the place of form, period and unit, which then only name the file
 */
record ExportOrder(
        String form,
        String period,
        String unit,
        Shape shape,
        boolean labels,
        boolean personal,
        String language,
        Optional<Filtered> filtered) {

    /** The reports that a filter of the desk finds for a member, as the member may see them when the file is made. */
    record Filtered(long member, ReportFilter filter) {}

    ExportOrder(
            String form, String period, String unit, Shape shape, boolean labels, boolean personal, String language) {
        this(form, period, unit, shape, labels, personal, language, Optional.empty());
    }

    enum Shape {
        XLSX,
        CSV,
        /** The files of the reports, in zips. */
        FILES
    }
}
