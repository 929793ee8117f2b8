/**
 * Coverage: which units have sent a form for its last periods, and which have not. {@link
 * danvan.desk.coverage.CoverageTable} puts together what the reports, the tasks and the organization know, and marks what none of
 * them can know.
 */
@org.jspecify.annotations.NullMarked
package danvan.desk.coverage;
