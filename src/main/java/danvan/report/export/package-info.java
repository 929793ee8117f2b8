/**
 * Reports as workbooks and CSV files. {@link danvan.report.export.ExportFeature} is the way in; {@link
 * danvan.report.export.FileOrders} is how any file of the reports is ordered.
 *
 * <p>Files are made by {@linkplain danvan.conversation.Jobs jobs}, outside of any turn, row by row. fastexcel is at home here.
 */
@org.jspecify.annotations.NullMarked
package danvan.report.export;
