/**
 * Runs a form one answer at a time. A {@link danvan.form.session.FormEngine} is JavaRosa with one form in it, and a {@link
 * danvan.form.session.DraftRun} one draft in an engine: where the person is, what comes next, what an answer changes. {@link
 * danvan.form.FormSession} borrows an engine from the {@link danvan.form.session.EnginePool} for one message.
 *
 * <p>Imports the vocabulary of {@code form}, {@code form.input} and {@code form.xform}. Public for {@code form} and {@code
 * form.check} only: JavaRosa's types appear in these signatures.
 */
@org.jspecify.annotations.NullMarked
package danvan.form.session;
