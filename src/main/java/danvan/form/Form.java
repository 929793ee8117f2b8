package danvan.form;

import danvan.form.aggregation.Aggregation;
import danvan.form.aggregation.Aggregations;
import danvan.form.session.AuthorAttributes;
import danvan.form.session.Cursor;
import danvan.form.session.DraftRun;
import danvan.form.session.EnginePool;
import danvan.form.session.FieldList;
import danvan.form.session.FormEngine;
import danvan.form.session.PersonalAnswers;
import danvan.form.xform.BotAttributes;
import danvan.form.xform.FormLanguages;
import danvan.form.xlsform.FormSource;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
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
    private final FormLanguages languages;
    private final Map<String, String> titles;
    private final EnginePool engines;
    private final FormSource source;
    private final Set<String> personal;
    private final Map<String, Map<String, String>> marks;
    private volatile @Nullable Aggregations totals;
    private volatile @Nullable Map<String, Field> fields;

    Form(
            String id,
            String version,
            FormLanguages languages,
            Map<String, String> titles,
            FormEngine parsed,
            FormSource source) {
        this.id = id;
        this.version = version;
        this.languages = languages;
        this.titles = Map.copyOf(titles);
        this.personal = PersonalAnswers.of(parsed);
        this.marks = AuthorAttributes.of(parsed);
        this.engines = new EnginePool(source.xform(), parsed);
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
        return setting(name).filter(BotAttributes::isYes).isPresent();
    }

    /** Everything a submission can hold, in the form's order. */
    public List<Field> fields(String language) {
        return languages.name(language).equals(languages.name(defaultLanguage()))
                ? List.copyOf(fieldsByPath().values())
                : read(language);
    }

    /** The same by their paths, in the default language: kept, because messages ask for it. */
    public Map<String, Field> fieldsByPath() {
        var known = fields;
        if (known == null) {
            var read = new LinkedHashMap<String, Field>();
            read(defaultLanguage()).forEach(field -> read.put(field.path(), field));
            known = Collections.unmodifiableMap(read);
            fields = known;
        }
        return known;
    }

    private List<Field> read(String language) {
        return engines.use(parsed -> FieldList.of(parsed, languages.name(language)));
    }

    /** How the answers to the question at a path are put together over several reports. */
    public Aggregation total(String path) {
        return totals().all().getOrDefault(path, Aggregation.SUM);
    }

    public Aggregations totals() {
        var known = totals;
        if (known == null) {
            known = Aggregations.of(
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

    /** The file it was read from, where that lies in a folder. */
    public Optional<Path> original() {
        return source.attachments().file(source.file());
    }

    /** Whether the other asks and stores the same in every respect, wherever it was read from. */
    public boolean isSameAs(Form other) {
        return source.xform().equals(other.source.xform())
                && source.settings().texts().equals(other.source.settings().texts());
    }

    /** Whether people count this version behind the other: 10 behind 9, 2024-02 behind 2024-01. */
    public boolean isNewerThan(Form other) {
        return VersionOrder.compare(version, other.version) > 0;
    }

    public FormSource source() {
        return source;
    }

    /** A draft as it was kept, opened for one message. */
    public FormSession open(FormState state, FormContext context) {
        return FormSession.restored(this, engines, context, state);
    }

    /**
     * An empty draft at its first step.
     *
     * @param instanceId names the submission this will become, which puts {@code uuid:} before it; unique among all drafts
     */
    public FormSession begin(FormContext context, String instanceId) {
        return FormSession.begun(this, engines, context, engine -> DraftRun.begin(engine, context, instanceId));
    }

    /**
     * A draft that begins with the answers of an earlier submission. Dates, places, files and personal answers are left
     * out, and what the form fills in by itself is filled in again; the draft stands at the first question that is open.
     *
     * @param instanceId as in {@link #begin}
     */
    public FormSession beginLike(FormContext context, String instanceId, String earlierXml) {
        return FormSession.begun(
                this, engines, context, engine -> DraftRun.beginLike(engine, context, instanceId, earlierXml));
    }

    /** A draft that holds a submission, to be read or to be changed from its summary. */
    public FormSession reopen(String submittedXml, FormContext context) {
        return FormSession.begun(this, engines, context, engine -> {
            var run = DraftRun.resume(engine, context, new FormState(submittedXml, Cursor.END));
            run.passAll();
            return run;
        });
    }

    /** The instance with each answer that the form marks as personal replaced; see {@link Step.Question#personal}. */
    public String changePersonal(String instanceXml, UnaryOperator<String> change) {
        return PersonalAnswers.changed(instanceXml, personalPaths(), change);
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
        return new Usage(engines.restores(), engines.inUse());
    }

    @Override
    public String toString() {
        return id + (version.isEmpty() ? "" : " (" + version + ")");
    }
}
