package danvan.form;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One version of a form. A message opens a draft as it was kept, in a {@link FormSession}, and keeps what comes of it;
 * in between it is nobody's. A draft must be continued on the version it was begun on.
 */
public final class Form {
    private final String id;
    private final String version;
    private final Languages languages;
    private final Map<String, String> titles;
    private final ParsedForms copies;
    private final FormSource source;
    private final Set<String> personal;
    private final Map<String, Map<String, String>> marks;
    private volatile @Nullable Totals totals;

    Form(
            String id,
            String version,
            Languages languages,
            Map<String, String> titles,
            ParsedForm parsed,
            FormSource source) {
        this.id = id;
        this.version = version;
        this.languages = languages;
        this.titles = Map.copyOf(titles);
        this.personal = PersonalLeaves.of(parsed);
        this.marks = Marks.of(parsed);
        this.copies = new ParsedForms(source.xform(), parsed);
        this.source = source;
    }

    public String id() {
        return id;
    }

    /** The author's version; may be empty. */
    public String version() {
        return version;
    }

    /** The form's name for people; where its author gave none, its id. Never blank: it stands on buttons. */
    public String title(String language) {
        return Optional.ofNullable(titles.get(languages.name(language)))
                .filter(title -> !title.isBlank())
                .orElse(id);
    }

    /** Codes such as {@code vi}, the default language's among them. */
    public List<String> languages() {
        return languages.codes();
    }

    public String defaultLanguage() {
        return languages.defaultCode();
    }

    /**
     * What the author has set beside XLSForm's own settings: {@code setting("nil_report")} is the column {@code
     * bot::nil_report} of the settings sheet.
     */
    public Optional<String> setting(String name) {
        return source.settings().text("bot::" + name);
    }

    /** Whether the setting of this name is there and says yes. */
    public boolean allows(String name) {
        return setting(name).filter(SurveyReader::isYes).isPresent();
    }

    /** Everything a submission can hold, in the form's order. */
    public List<Field> fields(String language) {
        return copies.use(parsed -> FieldList.of(parsed, languages.name(language)));
    }

    /** How the answers to the question at a path are put together over several reports. */
    public Total total(String path) {
        return totals().all().getOrDefault(path, Total.SUM);
    }

    Totals totals() {
        var known = totals;
        if (known == null) {
            known = Totals.of(
                    source.xform(), languages().stream().map(this::fields).toList());
            totals = known;
        }
        return known;
    }

    /** The paths that bear the author's mark {@code bind::bot:name}, each with what it says. */
    public Map<String, String> marked(String name) {
        return Map.copyOf(marks.getOrDefault(name, Map.of()));
    }

    /** The file of a {@link Media}, if it lies beside the form. */
    public Optional<Path> file(String name) {
        return source.attachments().file(name);
    }

    /** Whether the other asks and stores the same in every respect, wherever it was read from. */
    public boolean isSameAs(Form other) {
        return source.xform().equals(other.source.xform())
                && source.settings().texts().equals(other.source.settings().texts());
    }

    /** Whether people count this version behind the other: 10 behind 9, 2024-02 behind 2024-01. */
    public boolean isNewerThan(Form other) {
        return Versions.compare(version, other.version) > 0;
    }

    FormSource source() {
        return source;
    }

    /** A draft as it was kept, opened for one message. */
    public FormSession open(FormState state, FormContext context) {
        return FormSession.restored(this, copies, context, state);
    }

    /**
     * An empty draft at its first step.
     *
     * @param instanceId names the submission this will become, which puts {@code uuid:} before it; unique among all drafts
     */
    public FormSession begin(FormContext context, String instanceId) {
        return FormSession.begun(this, copies, context, engine -> FormRun.begin(engine, context, instanceId));
    }

    /**
     * A draft that begins with the answers of an earlier submission. Dates, places, files and personal answers are left
     * out, and what the form fills in by itself is filled in again; the draft stands at the first question that is open.
     *
     * @param instanceId as in {@link #begin}
     */
    public FormSession beginLike(FormContext context, String instanceId, String earlierXml) {
        return FormSession.begun(
                this, copies, context, engine -> FormRun.beginLike(engine, context, instanceId, earlierXml));
    }

    /** A draft that holds a submission, to be read or to be changed from its summary. */
    public FormSession reopen(String submittedXml, FormContext context) {
        return FormSession.begun(this, copies, context, engine -> {
            var run = FormRun.resume(engine, context, new FormState(submittedXml, Cursor.END));
            run.passAll();
            return run;
        });
    }

    /** The instance with each answer that the form marks as personal replaced; see {@link Step.Question#personal}. */
    public String changePersonal(String instanceXml, UnaryOperator<String> change) {
        return PersonalLeaves.changed(instanceXml, personalPaths(), change);
    }

    /** The paths of the personal answers, without the numbers of repetitions. */
    public Set<String> personalPaths() {
        return Set.copyOf(personal);
    }

    /**
     * What this form costs.
     *
     * @param restores drafts read back since it was loaded: one a message
     * @param open sessions that are not closed
     */
    public record Usage(long restores, int open) {}

    public Usage usage() {
        return new Usage(copies.restores(), copies.inUse());
    }

    @Override
    public String toString() {
        return id + (version.isEmpty() ? "" : " (" + version + ")");
    }
}
