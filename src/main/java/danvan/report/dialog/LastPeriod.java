package danvan.report.dialog;

import danvan.chat.Button;
import danvan.form.Answer;
import danvan.form.Choice;
import danvan.form.CurrentAnswer;
import danvan.form.Field;
import danvan.form.Form;
import danvan.form.FormSession;
import danvan.form.Outcome;
import danvan.form.QuestionType;
import danvan.form.Step;
import danvan.form.SummaryRow;
import danvan.report.ReportForms;
import danvan.report.store.AnswerTree;
import danvan.report.store.Report;
import danvan.report.store.ReportStore;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Questions of a group that stand one after the other, with what the unit's last report of the form has answered to them:
 * offered where the first of them is asked, shown before it is taken. Only what that report was asked in the same words; no
 * dates, places, files or personal answers, no figures that other reports give, nothing of repetitions.
 */
final class LastPeriod {
    private static final Set<QuestionType> LASTING = EnumSet.of(
            QuestionType.TEXT,
            QuestionType.INTEGER,
            QuestionType.DECIMAL,
            QuestionType.SELECT_ONE,
            QuestionType.SELECT_MULTIPLE,
            QuestionType.RANK);

    private static final Set<String> ANEW = Set.of("fresh", "sum", "count", "from");
    /** A group is worth a button from here on. */
    private static final int FEWEST = 2;

    private static final int LONGEST_TEXT = 300;
    private static final int LONGEST_SHOWN = 60;

    private final ReportForms forms;
    private final ReportStore store;

    LastPeriod(ReportForms forms, ReportStore store) {
        this.forms = forms;
        this.store = store;
    }

    /**
     * What can be taken.
     *
     * @param answers the stored values by their questions, in their order
     * @param said the same for people
     */
    record Offer(Report report, Map<String, String> answers, List<String> said) {
        Offer {
            answers = new LinkedHashMap<>(answers);
            said = List.copyOf(said);
        }

        String line(OpenDraft open) {
            return open.turn()
                    .say("report.groupLast", "receipt", report.receipt().toString(), "list", String.join("; ", said));
        }

        List<Button> button(OpenDraft open, DialogButtons buttons) {
            return List.of(buttons.labelled(
                    open.turn().plain("report.takeGroupLast", "count", answers.size()),
                    DialogAction.AS_LAST_GROUP,
                    Long.toString(report.id())));
        }
    }

    Optional<Offer> of(OpenDraft open, Step step) {
        if (!(step instanceof Step.Question question)
                || question.number() == 1
                || question.answer().isPresent()
                || isRefused(open.form())
                || open.draft().report().isPresent()) {
            return Optional.empty();
        }
        Map<String, Field> fields = open.form().fieldsByPath();
        if (!isLasting(fields.get(question.ref()))) {
            return Optional.empty();
        }
        return store.reports()
                .lastOf(open.turn().person().unit(), open.form().id())
                .flatMap(report -> {
                    List<SummaryRow> run = run(open.session().summary(), question, fields);
                    return run.size() < FEWEST ? Optional.empty() : offer(report, run, fields);
                });
    }

    /** The questions from this one on, where it is the first of them. */
    private static List<SummaryRow> run(List<SummaryRow> rows, Step.Question question, Map<String, Field> fields) {
        List<SummaryRow> run = new ArrayList<>();
        for (SummaryRow row : rows) {
            boolean same = row.groups().equals(question.groups()) && row.editable() && isLasting(fields.get(row.ref()));
            boolean reached = row.ref().equals(question.ref()) || holds(run, question.ref());
            if (same) {
                run.add(row);
            } else if (reached) {
                break;
            } else {
                run.clear();
            }
        }
        return run.isEmpty() || !run.get(0).ref().equals(question.ref()) ? List.of() : run;
    }

    /** What one incident was says nothing of the next: its form says {@code bot::as_last} no. */
    private static boolean isRefused(Form form) {
        return form.setting("as_last").isPresent() && !form.allows("as_last");
    }

    private static boolean holds(List<SummaryRow> run, String ref) {
        return run.stream().anyMatch(row -> row.ref().equals(ref));
    }

    private static boolean isLasting(@Nullable Field field) {
        return field != null
                && field.asked()
                && !field.personal()
                && LASTING.contains(field.type())
                && field.repeat().isEmpty()
                && ANEW.stream().noneMatch(field.marks()::containsKey);
    }

    private Optional<Offer> offer(Report report, List<SummaryRow> run, Map<String, Field> fields) {
        Optional<Form> earlier = forms.find(report.formId(), report.version());
        if (earlier.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Field> before = earlier.get().fieldsByPath();
        Map<String, List<String>> said = AnswerTree.read(
                        store.cipher().withoutSealed(report.seals(), report.instanceXml()))
                .texts();
        Map<String, String> answers = new LinkedHashMap<>();
        List<String> words = new ArrayList<>();
        for (SummaryRow row : run) {
            Field now = fields.get(row.ref());
            List<String> values = said.getOrDefault(row.ref(), List.of());
            String value = values.size() == 1 ? values.get(0) : "";
            if (now == null) {
                continue;
            }
            boolean takes = row.answer().isEmpty()
                    && !value.isEmpty()
                    && value.length() <= LONGEST_TEXT
                    && asksTheSame(now, before.get(row.ref()), value);
            if (takes) {
                answers.put(row.ref(), value);
                words.add(label(row) + " " + shown(now, value));
            }
        }
        return answers.size() < FEWEST ? Optional.empty() : Optional.of(new Offer(report, answers, words));
    }

    /** In the same words and the same kind, and what was chosen is still called so. */
    private static boolean asksTheSame(Field now, @Nullable Field before, String value) {
        return before != null
                && before.asked()
                && !before.personal()
                && before.type() == now.type()
                && before.label().equals(now.label())
                && chosen(now, value).equals(chosen(before, value));
    }

    private static List<String> chosen(Field field, String value) {
        Map<String, String> labels =
                field.choices().stream().collect(Collectors.toMap(Choice::value, Choice::label, (a, b) -> a));
        return !field.type().hasChoices()
                ? List.of()
                : (field.type().holdsSeveral() ? List.of(value.split("\\s+", -1)) : List.of(value))
                        .stream().map(one -> labels.getOrDefault(one, one)).toList();
    }

    private static String shown(Field field, String value) {
        String words = field.type().hasChoices() ? String.join(", ", chosen(field, value)) : value;
        String line = words.replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= LONGEST_SHOWN
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_SHOWN)) + "…";
    }

    private static String label(SummaryRow row) {
        return row.label().replaceFirst("(?<!\\s)\\s*+[?:]\\s*+$", "") + ":";
    }

    /**
     * Takes what was shown, and goes on behind it; what the form does not take any more is asked.
     *
     * @param report by its number, as the button says
     * @return what was taken, for people; empty where something else would be taken than was shown
     */
    Optional<List<String>> take(OpenDraft open, String report) {
        return of(open, open.step())
                .filter(offer -> Long.toString(offer.report().id()).equals(report))
                .map(offer -> {
                    FormSession session = open.session();
                    session.fill(offer.answers());
                    boolean passed = true;
                    while (passed) {
                        passed = passes(session, offer);
                    }
                    return offer.said();
                });
    }

    /** Whether a question was left behind that has its answer now. */
    private static boolean passes(FormSession session, Offer offer) {
        return session.current() instanceof Step.Question now
                && offer.answers().containsKey(now.ref())
                && now.answer().isPresent()
                && session.answer(kept(now, now.answer().get())) instanceof Outcome.Accepted;
    }

    private static Answer kept(Step.Question question, CurrentAnswer given) {
        return question.type().hasChoices() ? new Answer.ChosenMany(given.values()) : new Answer.Typed(given.text());
    }
}
