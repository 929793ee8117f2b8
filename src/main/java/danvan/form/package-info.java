/**
 * Forms, one answer at a time. Staff write a form as XLSForm rows (or bring an XForm from ODK or KoboToolbox); this
 * package compiles the rows to an XForm and has JavaRosa run it: relevance, constraints, cascading choices, repeats,
 * calculations, languages. It knows nothing of chats, reports or databases.
 *
 * <p>{@link danvan.form.Forms} is the way in. One message of a dialog is one or two calls:
 *
 * <pre>{@code
 * Forms forms = Forms.load(Path.of("knowledge-base/forms"), problem -> log.warn("{}", problem));
 * Form form = forms.find("f9").orElseThrow();
 * FormContext context = new FormContext(ZonedDateTime.now(clock), "vi", "lan");
 *
 * FormState state = form.begin(context, "0b6f…");             // keep it with the chat
 * Step step = form.current(state, context);                   // what to show now
 * Outcome outcome = form.answer(state, new Answer.Typed("15/10"), context);
 * }</pre>
 *
 * <p>Between two messages nothing lives here but the parsed forms: a {@link danvan.form.FormState} is two strings,
 * restored at every call, so a restart costs nothing. Every public type is safe for use by many threads; a parsed form
 * is checked out for one call at a time.
 *
 * <p>Closed choices ({@link danvan.form.Step}, {@link danvan.form.Answer}, {@link danvan.form.Outcome}, {@link
 * danvan.form.Finish}) are sealed. Time comes in with {@link danvan.form.FormContext}: a form's {@code today()} is the
 * context's day in the context's zone, never the machine's.
 *
 * <p>Imports {@code workbook}. JavaRosa stays inside and appears in no public signature.
 */
@org.jspecify.annotations.NullMarked
package danvan.form;
