/**
 * What the office is shown: {@link danvan.office.StackedBars} draws a chart for a phone.
 *
 * <p>XChart is at home here.
 */
@org.jspecify.annotations.NullMarked
package danvan.office;
