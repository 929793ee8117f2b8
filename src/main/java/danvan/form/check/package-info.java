/**
 * Looks at a form before people get it: {@link danvan.form.check.FormCheck} is what an author is told, {@link
 * danvan.form.check.FormDoctor} fills the form in with generated answers, in one go and with a restart after each, and
 * compares what was answered with what would be sent.
 */
@org.jspecify.annotations.NullMarked
package danvan.form.check;
