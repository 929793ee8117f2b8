/**
 * XForms as they come from the compiler, ODK or KoboToolbox, changed to what the engine can run: lists in other files are
 * put in ({@link danvan.form.xform.ExternalInstances}), controls and calculations that a chat or a restored draft could not
 * keep are rewritten ({@link danvan.form.xform.XFormNormalizer}) or refused.
 */
@org.jspecify.annotations.NullMarked
package danvan.form.xform;
