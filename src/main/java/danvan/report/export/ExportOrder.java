package danvan.report.export;

/**
 * What somebody wants to have exported; kept as JSON with the job.
 *
 * @param form empty for all
 * @param period a {@link danvan.report.Period#code}; empty for all times
 * @param unit the unit with those below it
 * @param personal whether personal data goes with it
 */
record ExportOrder(
        String form, String period, String unit, Shape shape, boolean labels, boolean personal, String language) {
    enum Shape {
        XLSX,
        CSV
    }
}
