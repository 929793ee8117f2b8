@org.jspecify.annotations.NullMarked
package danvan.report.period;
