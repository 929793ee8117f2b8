package danvan.form;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One version of a form. Every operation takes the draft as it was kept and gives it back as it should be kept next; in
 * between it is nobody's. A draft must be continued on the version it was begun on.
 */
public final class Form {
    private final String id;
    private final String version;
    private final Languages languages;
    private final Map<String, String> titles;
    private final ParsedForms copies;
    private final FormSource source;
    /** Paths of the personal answers, once somebody has asked. */
    private volatile @Nullable Set<String> personal;

    private volatile @Nullable Map<String, Map<String, String>> marks;
    private volatile @Nullable Totals totals;

    Form(
            String id,
            String version,
            Languages languages,
            Map<String, String> titles,
            ParsedForms copies,
            FormSource source) {
        this.id = id;
        this.version = version;
        this.languages = languages;
        this.titles = Map.copyOf(titles);
        this.copies = copies;
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
        var known = marks;
        if (known == null) {
            known = copies.use(Marks::of);
            marks = known;
        }
        return Map.copyOf(known.getOrDefault(name, Map.of()));
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

    /**
     * An empty draft at its first step.
     *
     * @param instanceId names the submission this will become, which puts {@code uuid:} before it; unique among all drafts
     */
    public FormState begin(FormContext context, String instanceId) {
        return copies.use(parsed -> Sitting.begin(parsed, context, instanceId).state());
    }

    /**
     * A draft that begins with the answers of an earlier submission. Dates, places, files and personal answers are left
     * out, and what the form fills in by itself is filled in anew; the draft stands at the first question that is open.
     *
     * @param instanceId as in {@link #begin}
     */
    public FormState beginLike(FormContext context, String instanceId, String earlierXml) {
        return copies.use(parsed -> {
            var sitting = Sitting.beginLike(parsed, context, instanceId, earlierXml);
            return sitting.state();
        });
    }

    /**
     * The draft with answers put in, such as sums of other reports; the person stays where they are.
     *
     * @param answers stored values by the path of their question, the empty one to take an answer back; what is no
     *     question, is not asked at the moment or is no valid answer (any more) is left out
     */
    public FormState fill(FormState state, Map<String, String> answers, FormContext context) {
        return moved(state, context, sitting -> sitting.fill(answers));
    }

    /** A draft that holds a submission, to be changed from its summary. */
    public FormState reopen(String submittedXml, FormContext context) {
        return moved(new FormState(submittedXml, Cursor.END), context, Sitting::passAll);
    }

    /** The instance with each answer that the form marks as personal replaced; see {@link Step.Question#personal}. */
    public String changePersonal(String instanceXml, UnaryOperator<String> change) {
        return PersonalLeaves.changed(instanceXml, personalPaths(), change);
    }

    /** The paths of the personal answers, without the numbers of repetitions. */
    public Set<String> personalPaths() {
        var paths = personal;
        if (paths == null) {
            paths = copies.use(PersonalLeaves::of);
            personal = paths;
        }
        return Set.copyOf(paths);
    }

    /** What is shown or played beside the current step. */
    public List<Media> media(FormState state, FormContext context) {
        return within(state, context, Sitting::media);
    }

    /** What to show now. */
    public Step current(FormState state, FormContext context) {
        return within(state, context, Sitting::current);
    }

    /** Takes the answer to {@link #current}. */
    public Outcome answer(FormState state, Answer answer, FormContext context) {
        try {
            return within(
                    state,
                    context,
                    sitting -> sitting.answer(answer)
                            .<Outcome>map(rejected -> rejected)
                            .orElseGet(() -> new Outcome.Accepted(sitting.state())));
        } catch (EndlessForm e) {
            var reason = Outcome.Reason.NUMBER_TOO_LARGE;
            return new Outcome.Rejected(reason, Wording.of(context.language()).rejected(reason), List.of());
        }
    }

    /** One step back; at the first step, nothing changes. */
    public FormState back(FormState state, FormContext context) {
        return moved(state, context, Sitting::back);
    }

    /**
     * To a question of the {@link #summary}, to change it. If the end had been reached, the answer leads back there, by
     * way of questions that the change has opened.
     */
    public FormState jump(FormState state, String ref, FormContext context) {
        return moved(state, context, sitting -> sitting.jump(ref, sitting.hasReachedEnd()));
    }

    /** To a question, to change it; the answer leads to the first open question. */
    public FormState visit(FormState state, String ref, FormContext context) {
        return moved(state, context, sitting -> sitting.jump(ref, true));
    }

    /** To a question, to walk on from it step by step. */
    public FormState restartAt(FormState state, String ref, FormContext context) {
        return moved(state, context, sitting -> sitting.jump(ref, false));
    }

    /**
     * To the first question without an answer that is required or has never been shown, else to the end. The way to the
     * summary at any time.
     */
    public FormState nextOpen(FormState state, FormContext context) {
        return moved(state, context, Sitting::toNextOpen);
    }

    /** Takes away the innermost repetition around this ref, then goes on as {@link #nextOpen}. */
    public FormState removeRepetition(FormState state, String ref, FormContext context) {
        return moved(state, context, sitting -> sitting.removeRepetition(ref));
    }

    /** The repetitions there are, for {@link #removeRepetition}. */
    public List<Repetition> repetitions(FormState state, FormContext context) {
        return within(state, context, Sitting::repetitions);
    }

    /** The relevant questions in order, answered or not. */
    public List<SummaryRow> summary(FormState state, FormContext context) {
        return within(state, context, Sitting::summary);
    }

    /** Checks everything once more; the draft itself is not changed. */
    public Finish finish(FormState state, FormContext context) {
        return copies.use(parsed -> {
            var unfinished = Sitting.resume(parsed, context, state).obstacle();
            return unfinished.isPresent()
                    ? unfinished.get()
                    : new Finish.Finished(new SubmissionWriter(parsed, context).write(id, version));
        });
    }

    private FormState moved(FormState state, FormContext context, Consumer<Sitting> move) {
        return within(state, context, sitting -> {
            move.accept(sitting);
            return sitting.state();
        });
    }

    private <T> T within(FormState state, FormContext context, Function<Sitting, T> work) {
        return copies.use(parsed -> work.apply(Sitting.resume(parsed, context, state)));
    }

    @Override
    public String toString() {
        return id + (version.isEmpty() ? "" : " (" + version + ")");
    }
}
