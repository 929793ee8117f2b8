/**
 * What people type and tap, read as an answer to a question of a given type ({@link danvan.form.input.AnswerReader}), and
 * stored values written the way people write them ({@link danvan.form.input.AnswerText}). Knows no form and no engine: an
 * answer is read from the question's type, its choices, the person's language and the time.
 */
@org.jspecify.annotations.NullMarked
package danvan.form.input;
