package danvan.report.dialog;

import danvan.report.Means;
import danvan.report.desk.ReportDesk;
import danvan.report.store.AnswerMessages;
import danvan.report.store.AttachmentTable;
import danvan.report.store.Draft;
import danvan.chat.Button;
import danvan.chat.Incoming;
import danvan.chat.PersonalData;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.form.Answer;
import danvan.form.Form;
import danvan.form.FormSession;
import danvan.form.Outcome;
import danvan.form.QuestionType;
import danvan.form.Step;
import danvan.form.SummaryRow;
import danvan.storage.Tx;
import danvan.text.Markup;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes the answer to the step a draft stands at. */
final class AnswerHandler {
    /** Refusals that say the words are no answer at all, rather than a bad one. */
    private static final Set<Outcome.Reason> NO_ANSWER = EnumSet.of(
            Outcome.Reason.NOT_WHOLE_NUMBER,
            Outcome.Reason.NOT_NUMBER,
            Outcome.Reason.NOT_DATE,
            Outcome.Reason.NOT_TIME,
            Outcome.Reason.NOT_CHOICE,
            Outcome.Reason.NOT_PLACE,
            Outcome.Reason.NOT_YES_OR_NO,
            Outcome.Reason.FILE_WANTED,
            Outcome.Reason.WRONG_KIND);

    /** "That is all", said of files. */
    private static final Set<String> ENOUGH = Set.of("xong", "hết", "đủ", "done", "ok", "tamam", "bitti");

    private final OpenDraft opened;
    private final Means means;
    private final Turn turn;
    private final Form form;
    private final FormSession session;
    private final Draft draft;
    private final DraftPresenter showing;

    AnswerHandler(OpenDraft opened) {
        this.opened = opened;
        this.means = opened.means();
        this.turn = opened.turn();
        this.form = opened.form();
        this.session = opened.session();
        this.draft = opened.draft();
        this.showing = new DraftPresenter(opened);
    }

    Optional<Reply> heard(Incoming incoming) {
        Step step = opened.step();
        if (incoming instanceof Incoming.File file) {
            return received(step, file);
        }
        if (incoming instanceof Incoming.Words words) {
            return step instanceof Step.End ? interrupted(words.text()) : Optional.of(typed(step, words));
        }
        if (step instanceof Step.End) {
            // The summary waits for a button; anything else is for somebody else.
            return Optional.empty();
        }
        return Optional.of(
                incoming instanceof Incoming.Place place
                        ? answer(new Answer.Location(place.latitude(), place.longitude()))
                        : notThis(turn.say("report.onlyText")));
    }

    private Reply typed(Step step, Incoming.Words said) {
        String words = said.text();
        if (step instanceof Step.Question question
                && draft.count(question.ref()) > 0
                && ENOUGH.contains(words.strip().toLowerCase(Locale.ROOT))) {
            return keep();
        }
        Optional<Reply> personal = isFreeText(step) ? refusedPersonal(turn, words) : Optional.empty();
        if (personal.isPresent()) {
            return personal.get();
        }
        Outcome outcome = session.answer(new Answer.Typed(words));
        if (outcome instanceof Outcome.Accepted) {
            return showing.show().andDo(tx -> answered(tx, step, said.message()));
        }
        Outcome.Rejected rejected = (Outcome.Rejected) outcome;
        boolean asks = NO_ANSWER.contains(rejected.reason()) && QuestionDetector.in(words);
        return asks ? interrupted(words).orElseGet(() -> refused(rejected)) : refused(rejected);
    }

    /** An edit of the message that answers is an edit of the answer. */
    private void answered(Tx tx, Step step, String message) {
        if (step instanceof Step.Question question && !message.isEmpty()) {
            AnswerMessages.put(tx, turn.address(), message, draft.id(), question.ref(), turn.now());
        } else if (step instanceof Step.Question question) {
            AnswerMessages.forget(tx, draft.id(), question.ref());
        }
    }

    /** Says what must not be in a report, where it is in these words. */
    static Optional<Reply> refusedPersonal(Turn turn, String words) {
        Set<PersonalData.Kind> found = PersonalData.in(words);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String kinds = String.join(
                ", ",
                found.stream()
                        .map(kind -> turn.plain("report.personal." + kind))
                        .toList());
        return Optional.of(Reply.say(turn.say("report.personal", "kinds", kinds)));
    }

    /** Somebody answers the question, and the form asks its own again. */
    private Optional<Reply> interrupted(String words) {
        return means.questions().answer(turn, words).map(reply -> {
            if (!(reply.dialog() instanceof Reply.Next.Keep)) {
                return reply;
            }
            StepView.Shown shown = showing.shown();
            return reply.andSay(turn.say("report.backToForm") + "\n\n" + shown.text(), shown.buttons());
        });
    }

    private Optional<Reply> received(Step step, Incoming.File file) {
        FileAnswer receiving = new FileAnswer(opened);
        boolean sameAlbum = !file.album().isEmpty() && file.album().equals(draft.album());
        if (sameAlbum && draft.count(draft.albumRef()) > 0) {
            return Optional.of(receiving.more(file));
        }
        if (!(step instanceof Step.Question question) || !question.type().isFile()) {
            return late(step, file);
        }
        if (!AttachmentTable.fits(question.type(), file)) {
            return Optional.of(notThis(turn.say("report.otherFile")));
        }
        return Optional.of(receiving.answer(question, file));
    }

    /** A file where none is asked for. It may be meant for a question that the person has left behind. */
    private Optional<Reply> late(Step step, Incoming.File file) {
        Optional<String> left = session.summary().stream()
                .filter(row -> row.editable() && AttachmentTable.fits(row.type(), file))
                .filter(row -> step instanceof Step.End || draft.count(row.ref()) > 0)
                .reduce((first, second) -> second)
                .map(SummaryRow::label);
        if (step instanceof Step.End) {
            // Without such a question it is for somebody else.
            return left.map(label -> notThis(turn.say("report.fileAtSummary", "question", label)));
        }
        return Optional.of(left.map(label -> notThis(turn.say("report.fileLate", "question", label)))
                .orElseGet(() -> notThis(turn.say("report.noFileHere"))));
    }

    /** What was sent is no answer here: says so, and asks again. */
    private Reply notThis(String why) {
        StepView.Shown shown = showing.shown();
        return Reply.say(why).andSay(shown.text(), shown.buttons());
    }

    /** The files of a question are taken back, and it is asked anew. */
    Optional<Reply> removeFiles() {
        if (!(opened.step() instanceof Step.Question question)
                || !question.type().isFile()) {
            return Optional.empty();
        }
        session.fill(Map.of(question.ref(), ""));
        return Optional.of(showing.show(draft.without(question.ref()).receiving("", "")));
    }

    Reply answer(Answer answer) {
        Outcome outcome = session.answer(answer);
        return outcome instanceof Outcome.Accepted
                ? showing.show().andDo(tx -> answered(tx, opened.step(), ""))
                : refused((Outcome.Rejected) outcome);
    }

    private Reply refused(Outcome.Rejected rejected) {
        List<List<Button>> buttons = opened.step() instanceof Step.Question question
                        && !rejected.candidates().isEmpty()
                ? opened.view().candidates(question.choices(), rejected.candidates())
                : showing.shown().buttons();
        return Reply.say("⚠️ " + Markup.escape(rejected.message()), buttons);
    }

    Optional<Reply> choice(int index) {
        return opened.step() instanceof Step.Question question
                        && index < question.choices().size()
                ? Optional.of(
                        answer(new Answer.Chosen(question.choices().get(index).value())))
                : Optional.empty();
    }

    /** The dialog stays at its revision, so that quick ticks all count. */
    Optional<Reply> tick(int index) {
        if (!(opened.step() instanceof Step.Question question)
                || question.type() != QuestionType.SELECT_MULTIPLE
                || index >= question.choices().size()) {
            return Optional.empty();
        }
        String value = question.choices().get(index).value();
        Set<String> ticks = new LinkedHashSet<>(ticks(draft, question));
        if (!ticks.remove(value)) {
            ticks.add(value);
        }
        Draft ticking = draft.ticking(List.copyOf(ticks));
        StepView.Shown shown = opened.view()
                .question(question, List.of(), List.copyOf(ticks), StepView.pageOf(index), Draft.Received.NONE);
        return Optional.of(ReportDesk.inPlace(turn, shown.text(), shown.buttons())
                .andDo(tx -> means.drafts().put(tx, turn.person().id(), form, ticking, turn.now())));
    }

    Reply ticked() {
        List<String> ticks = opened.step() instanceof Step.Question question ? ticks(draft, question) : List.of();
        return answer(ticks.isEmpty() ? new Answer.Blank() : new Answer.ChosenMany(ticks));
    }

    /** What there is stays, or nothing comes in its place. */
    Reply none() {
        if (opened.step() instanceof Step.Question question && draft.count(question.ref()) > 0) {
            return removeFiles().orElseGet(Reply::nothing);
        }
        return answer(opened.step() instanceof Step.RepeatPrompt ? new Answer.Another(false) : new Answer.Blank());
    }

    Reply keep() {
        if (!(opened.step() instanceof Step.Question question)
                || question.answer().isEmpty()) {
            return answer(new Answer.Blank());
        }
        List<String> values = question.answer().get().values();
        if (question.type().isSelect()) {
            return answer(new Answer.ChosenMany(values));
        }
        return answer(
                question.type().isFile()
                        ? new Answer.File(values.get(0))
                        : new Answer.Typed(question.answer().get().text()));
    }

    /** The choices ticked so far, by value. */
    static List<String> ticks(Draft draft, Step.Question question) {
        return draft.ticked().orElseGet(() -> given(question));
    }

    static List<String> given(Step.Question question) {
        return question.answer().map(given -> given.values()).orElse(List.of());
    }

    static boolean isFreeText(Step step) {
        return step instanceof Step.Question question && question.type() == QuestionType.TEXT && !question.personal();
    }
}
