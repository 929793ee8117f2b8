/**
 * How the answers of many reports are put together into one figure: what each question of a form says of it ({@link
 * danvan.form.aggregation.Aggregations}), and the figure itself ({@link danvan.form.aggregation.Aggregator}).
 */
@org.jspecify.annotations.NullMarked
package danvan.form.aggregation;
