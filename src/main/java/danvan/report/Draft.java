package danvan.report;

import danvan.form.Form;
import danvan.form.FormState;
import java.util.List;
import java.util.Optional;

/**
 * A report being written.
 *
 * @param id the instance ID that the submission will have
 * @param formId the form
 * @param version the version it was begun on, on which it is finished
 * @param report the report that is being changed; empty for a new one
 * @param state the answers so far and where the person is; personal answers opened
 * @param ticked choices ticked and not yet confirmed, by value; empty: as answered
 * @param album the last album of pictures; may be empty
 * @param albumRef the question that the album answers
 * @param gathered the figures that were added up from other reports
 */
record Draft(
        String id,
        String formId,
        String version,
        Optional<Long> report,
        FormState state,
        Optional<List<String>> ticked,
        String album,
        String albumRef,
        Gathered gathered) {

    static Draft begun(String id, Form form, FormState state) {
        return new Draft(
                id, form.id(), form.version(), Optional.empty(), state, Optional.empty(), "", "", Gathered.NOTHING);
    }

    Draft changing(long report) {
        return new Draft(id, formId, version, Optional.of(report), state, ticked, album, albumRef, gathered);
    }

    /** At another step: what was ticked at the last one is answered or given up. */
    Draft at(FormState next) {
        return new Draft(id, formId, version, report, next, Optional.empty(), album, albumRef, gathered);
    }

    /** At the same step, with another answer elsewhere. */
    Draft changed(FormState now) {
        return new Draft(id, formId, version, report, now, ticked, album, albumRef, gathered);
    }

    Draft ticking(List<String> values) {
        return new Draft(
                id, formId, version, report, state, Optional.of(List.copyOf(values)), album, albumRef, gathered);
    }

    Draft receiving(String nextAlbum, String ref) {
        return new Draft(id, formId, version, report, state, ticked, nextAlbum, ref, gathered);
    }

    Draft with(Gathered figures) {
        return new Draft(id, formId, version, report, state, ticked, album, albumRef, figures);
    }
}
