/**
 * The report of a period as a Word document: what the reports of a unit come to, in a template. {@link
 * danvan.report.period.PeriodReportFeature} is the way in. POI is at home here.
 */
@org.jspecify.annotations.NullMarked
package danvan.report.period;
