/**
 * The year's programme: {@link danvan.task.programme.ProgrammeReader} reads one file and names what is wrong with it,
 * {@link danvan.task.programme.ProgrammeWorkbook} and {@link danvan.task.programme.ProgrammeWriter} turn a workbook into
 * one and back, {@link danvan.task.programme.ProgrammeDiff} says what a new one changes, and {@link
 * danvan.task.programme.ProgrammeIntake} takes one that the office sends in. {@link danvan.task.programme.ProgrammeStore}
 * holds the programmes in force.
 */
@org.jspecify.annotations.NullMarked
package danvan.task.programme;
