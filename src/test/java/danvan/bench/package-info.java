/** Measurements with a {@code main} each; no tests. Their figures are in docs/benchmarks.md. */
@org.jspecify.annotations.NullMarked
package danvan.bench;
