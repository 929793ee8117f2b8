/**
 * What leaves the reports: workbooks and CSV files ({@link danvan.report.export.ExportFeature}) and the period's Word report
 * ({@link danvan.report.period.PeriodReportFeature}).
 *
 * <p>Files are made by {@linkplain danvan.conversation.Jobs jobs}, outside of any turn, row by row. Imports {@code chat},
 * {@code conversation}, {@code storage} and {@code form}; fastexcel and POI are at home here.
 */
@org.jspecify.annotations.NullMarked
package danvan.report.export;
