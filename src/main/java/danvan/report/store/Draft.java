package danvan.report.store;

import danvan.form.Form;
import danvan.form.FormState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
 * @param lossy whether a sealed answer could not be opened as the draft was read, and is empty now
 * @param files all that were received, in their order; the one truth about what answers a question of files
 * @param asked the outbox number of the message whose buttons it waits for
 */
public record Draft(
        String id,
        String formId,
        String version,
        Optional<Long> report,
        FormState state,
        Optional<List<String>> ticked,
        String album,
        String albumRef,
        SummedFigures gathered,
        boolean lossy,
        List<Attachment> files,
        Optional<Long> asked) {

    public Draft {
        files = List.copyOf(files);
    }

    public static Draft begun(String id, Form form, FormState state) {
        return new Draft(
                id,
                form.id(),
                form.version(),
                Optional.empty(),
                state,
                Optional.empty(),
                "",
                "",
                SummedFigures.NOTHING,
                false,
                List.of(),
                Optional.empty());
    }

    public Draft changing(long report) {
        return new Draft(
                id,
                formId,
                version,
                Optional.of(report),
                state,
                ticked,
                album,
                albumRef,
                gathered,
                lossy,
                files,
                asked);
    }

    /** At another step: what was ticked at the last one is answered or given up. */
    public Draft at(FormState next) {
        return new Draft(
                id, formId, version, report, next, Optional.empty(), album, albumRef, gathered, lossy, files, asked);
    }

    /** At the same step, with another answer elsewhere. */
    public Draft changed(FormState now) {
        return new Draft(id, formId, version, report, now, ticked, album, albumRef, gathered, lossy, files, asked);
    }

    public Draft ticking(List<String> values) {
        return new Draft(
                id,
                formId,
                version,
                report,
                state,
                Optional.of(List.copyOf(values)),
                album,
                albumRef,
                gathered,
                lossy,
                files,
                asked);
    }

    public Draft receiving(String nextAlbum, String ref) {
        return new Draft(id, formId, version, report, state, ticked, nextAlbum, ref, gathered, lossy, files, asked);
    }

    public Draft with(SummedFigures figures) {
        return new Draft(id, formId, version, report, state, ticked, album, albumRef, figures, lossy, files, asked);
    }

    /** Lacks answers of the report it began with, which cannot be opened. */
    public Draft lacking(boolean some) {
        return new Draft(id, formId, version, report, state, ticked, album, albumRef, gathered, some, files, asked);
    }

    public Draft holding(List<Attachment> all) {
        return new Draft(id, formId, version, report, state, ticked, album, albumRef, gathered, lossy, all, asked);
    }

    /** With one file more. */
    public Draft adding(Attachment file) {
        return holding(Stream.concat(files.stream(), Stream.of(file)).toList());
    }

    /** Without the files of a question. */
    public Draft without(String ref) {
        return holding(files.stream().filter(file -> !file.ref().equals(ref)).toList());
    }

    /** How many files answer a question. */
    public int count(String ref) {
        return Math.toIntExact(
                files.stream().filter(file -> file.ref().equals(ref)).count());
    }

    /**
     * What answers a question of files.
     *
     * @param album whether more may be on their way, of the album whose first one is here
     */
    public record Received(int files, boolean album) {
        public static final Received NONE = new Received(0, false);
    }

    public Received received(String ref) {
        int files = count(ref);
        return new Received(files, files == 1 && !album.isEmpty() && albumRef.equals(ref));
    }
}
