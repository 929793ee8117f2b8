package danvan.form.admin;

import danvan.chat.Person;
import danvan.desk.port.FormOffice.Asks;
import danvan.desk.port.FormOffice.Choice;
import danvan.desk.port.FormOffice.Given;
import danvan.desk.port.FormOffice.Move;
import danvan.desk.port.FormOffice.Shown;
import danvan.desk.port.FormOffice.Tried;
import danvan.form.Answer;
import danvan.form.CurrentAnswer;
import danvan.form.Finish;
import danvan.form.Form;
import danvan.form.FormContext;
import danvan.form.FormException;
import danvan.form.FormSession;
import danvan.form.FormState;
import danvan.form.Forms;
import danvan.form.Outcome;
import danvan.form.QuestionType;
import danvan.form.Step;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A form that is tried: the session that a draft has, without a draft. Safe for use by several threads. */
final class FormTrial {
    private static final Logger LOG = LoggerFactory.getLogger(FormTrial.class);
    private static final String TRIAL = "uuid:00000000-0000-4000-8000-000000000000";
    /** What stands for a file that nobody sends. */
    private static final String A_FILE = "thu.jpg";

    private final Supplier<Forms> forms;
    private final ZoneId zone;

    FormTrial(Supplier<Forms> forms, ZoneId zone) {
        this.forms = forms;
        this.zone = zone;
    }

    Optional<Shown> begin(Person person, String id, Optional<String> version, String language, Instant now) {
        return found(id, version).flatMap(form -> {
            try (FormSession session = form.begin(context(person, language, now), TRIAL)) {
                return Optional.of(shown(form, session, language, ""));
            } catch (FormException e) {
                LOG.warn("the form {} cannot be tried: {}", form, e.getMessage());
                return Optional.empty();
            }
        });
    }

    Optional<Shown> move(Person person, Tried tried, Move move, List<String> values, Instant now) {
        return found(tried.id(), Optional.of(tried.version())).flatMap(form -> {
            FormState state = new FormState(tried.instance(), tried.position());
            try (FormSession session = form.open(state, context(person, tried.language(), now))) {
                String said = moved(session, move, values);
                return Optional.of(shown(form, session, tried.language(), said));
            } catch (FormException e) {
                LOG.warn("the form {} cannot be tried on: {}", form, e.getMessage());
                return Optional.empty();
            }
        });
    }

    private Optional<Form> found(String id, Optional<String> version) {
        return version.map(one -> forms.get().find(id, one))
                .orElseGet(() -> forms.get().find(id));
    }

    private FormContext context(Person person, String language, Instant now) {
        return new FormContext(now.atZone(zone), language, person.name());
    }

    /** What is said where it does not go on. */
    private static String moved(FormSession session, Move move, List<String> values) {
        return switch (move) {
            case LOOK -> "";
            case ANSWER -> said(session.answer(answer(session.current(), values)));
            case SKIP -> said(session.answer(new Answer.Blank()));
            case MORE -> said(session.answer(new Answer.Another(true)));
            case NO_MORE -> said(session.answer(new Answer.Another(false)));
            case BACK -> {
                session.back();
                yield "";
            }
            case GO_TO -> {
                values.stream()
                        .filter(ref -> session.summary().stream()
                                .anyMatch(row -> row.editable() && row.ref().equals(ref)))
                        .findFirst()
                        .ifPresent(session::jump);
                yield "";
            }
            case FINISH -> session.finish() instanceof Finish.Unfinished unfinished ? unfinished.message() : "";
        };
    }

    private static Answer answer(Step step, List<String> values) {
        if (!(step instanceof Step.Question question) || values.isEmpty()) {
            return new Answer.Blank();
        }
        if (question.type() == QuestionType.SELECT_MULTIPLE) {
            return new Answer.ChosenMany(values);
        }
        if (question.type() == QuestionType.SELECT_ONE || question.type() == QuestionType.ACKNOWLEDGE) {
            return new Answer.Chosen(values.get(0));
        }
        return question.type().isFile() ? new Answer.File(A_FILE) : new Answer.Typed(values.get(0));
    }

    private static String said(Outcome outcome) {
        return outcome instanceof Outcome.Rejected rejected ? rejected.message() : "";
    }

    private static Shown shown(Form form, FormSession session, String language, String said) {
        FormState state = session.state();
        Tried tried = new Tried(form.id(), form.version(), language, state.instanceXml(), state.position());
        List<Given> given = session.summary().stream()
                .map(row -> new Given(
                        row.ref(),
                        row.groups(),
                        row.label(),
                        row.answer().map(CurrentAnswer::text).orElse(""),
                        row.editable(),
                        row.personal()))
                .toList();
        String title = form.title(language);
        Step step = session.current();
        if (step instanceof Step.Question question) {
            List<String> taken = question.answer().map(CurrentAnswer::values).orElse(List.of());
            return new Shown(
                    tried,
                    title,
                    asks(question),
                    question.groups(),
                    question.label(),
                    hint(question),
                    question.choices().stream()
                            .map(one -> new Choice(one.value(), one.label(), taken.contains(one.value())))
                            .toList(),
                    question.required(),
                    question.personal(),
                    question.answer().map(CurrentAnswer::text).orElse(""),
                    question.number(),
                    question.total(),
                    given,
                    said);
        }
        String label = step instanceof Step.Note note
                ? note.text()
                : step instanceof Step.RepeatPrompt prompt ? prompt.label() : "";
        return new Shown(
                tried,
                title,
                step instanceof Step.Note ? Asks.NOTE : step instanceof Step.RepeatPrompt ? Asks.REPEAT : Asks.END,
                step.groups(),
                label,
                step instanceof Step.Note note ? note.hint().orElse("") : "",
                List.of(),
                false,
                false,
                "",
                0,
                0,
                given,
                said);
    }

    /** What is to be put in an order is typed by its numbers. */
    private static String hint(Step.Question question) {
        List<String> lines = new ArrayList<>(question.hint().stream().toList());
        if (question.type() == QuestionType.RANK) {
            for (int i = 0; i < question.choices().size(); i++) {
                lines.add((i + 1) + ". " + question.choices().get(i).label());
            }
        }
        return String.join(" · ", lines);
    }

    private static Asks asks(Step.Question question) {
        return switch (question.type()) {
            case INTEGER, DECIMAL -> Asks.NUMBER;
            case DATE -> Asks.DATE;
            case SELECT_ONE -> Asks.ONE;
            case SELECT_MULTIPLE -> Asks.MANY;
            case ACKNOWLEDGE -> Asks.NOTE;
            case IMAGE, AUDIO, VIDEO, FILE -> Asks.FILE;
            case GEOPOINT -> Asks.PLACE;
            case TEXT, COMPUTED -> question.appearance().contains("multiline") ? Asks.LONG_TEXT : Asks.TEXT;
            case TIME, DATE_TIME, RANK -> Asks.TEXT;
        };
    }
}
