package danvan.report;

import danvan.form.FormState;

/**
 * A report being written: the dialog's whole state.
 *
 * @param formId the form
 * @param version the version it was begun on, on which it is finished
 * @param state the answers so far and where the person is
 */
record Draft(String formId, String version, FormState state) {
    Draft at(FormState next) {
        return new Draft(formId, version, next);
    }
}
