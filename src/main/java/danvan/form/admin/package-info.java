/**
 * Report forms that the office sends by chat: checked, shown with what changes, put live, and served in all processes.
 * {@link danvan.form.admin.FormDesk} is the chat's way in, {@link danvan.form.admin.ServedForms} the forms in service.
 *
 * <p>It owns the tables of forms that were sent.
 */
@org.jspecify.annotations.NullMarked
package danvan.form.admin;
