/**
 * Forms, one answer at a time. Staff write a form as XLSForm rows (or bring an XForm from ODK or KoboToolbox); this
 * package compiles the rows to an XForm and has JavaRosa run it: relevance, constraints, cascading choices, repeats,
 * calculations, languages. It knows nothing of chats, reports or databases.
 *
 * <p>{@link danvan.form.Forms} is the way in. One message of a dialog is one session:
 *
 * <pre>{@code
 * Forms forms = Forms.load(Path.of("knowledge-base/forms"), problem -> log.warn("{}", problem));
 * Form form = forms.find("f9").orElseThrow();
 * FormContext context = new FormContext(ZonedDateTime.now(clock), "vi", "lan");
 *
 * try (FormSession session = form.open(state, context)) {      // state: as the last message left it
 *     Outcome outcome = session.answer(new Answer.Typed("15/10"));
 *     Step step = session.current();                          // what to show now
 *     state = session.state();                                // keep it with the chat
 * }
 * }</pre>
 *
 * <p>Between two messages nothing lives here but the parsed forms: a {@link danvan.form.FormState} is two strings,
 * restored once a message, so a restart costs nothing. Every public type but the session is safe for use by many
 * threads; a session holds one parsed form until it is closed.
 *
 * <p>Closed choices ({@link danvan.form.Step}, {@link danvan.form.Answer}, {@link danvan.form.Outcome}, {@link
 * danvan.form.Finish}) are sealed. Time comes in with {@link danvan.form.FormContext}: a form's {@code today()} is the
 * context's day in the context's zone, never the machine's.
 *
 * <p>Inner rooms, which other features do not import: {@code xlsform} compiles rows to an XForm, {@code xform} makes any XForm
 * fit for the engine, {@code session} runs a draft on JavaRosa, {@code input} reads what people type, {@code check} examines a
 * form before people get it; {@code admin} takes forms that are sent in. JavaRosa appears in no signature of this package.
 */
@org.jspecify.annotations.NullMarked
package danvan.form;
