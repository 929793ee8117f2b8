package danvan.report.dialog;

import danvan.chat.Incoming;
import danvan.conversation.Reply;
import danvan.form.Answer;
import danvan.form.CurrentAnswer;
import danvan.form.FormSession;
import danvan.form.Outcome;
import danvan.form.Step;
import danvan.form.SummaryRow;
import danvan.report.PersonalDataCheck;
import danvan.report.QuestionAnswerer;
import danvan.report.store.AnswerMessages;
import danvan.report.store.Attachment;
import danvan.report.store.Draft;
import danvan.storage.Tx;
import danvan.text.Markup;
import java.util.ArrayList;
import java.util.EnumSet;
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

    private final DraftPresenter presenter;
    private final FileAnswer files;
    private final QuestionAnswerer questions;

    AnswerHandler(DraftPresenter presenter, FileAnswer files, QuestionAnswerer questions) {
        this.presenter = presenter;
        this.files = files;
        this.questions = questions;
    }

    Optional<Reply> heard(OpenDraft open, Incoming incoming) {
        Step step = open.step();
        if (incoming instanceof Incoming.File file) {
            return received(open, file);
        }
        if (incoming instanceof Incoming.Words words) {
            return step instanceof Step.End ? interrupted(open, words.text()) : Optional.of(typed(open, words));
        }
        if (step instanceof Step.End) {
            // The summary waits for a button; anything else is for somebody else.
            return Optional.empty();
        }
        return Optional.of(
                incoming instanceof Incoming.Place place
                        ? answer(open, new Answer.Location(place.latitude(), place.longitude()))
                        : notThis(open, "report.onlyText"));
    }

    private Reply typed(OpenDraft open, Incoming.Words said) {
        Step step = open.step();
        String words = said.text();
        if (step instanceof Step.Question question
                && open.draft().count(question.ref()) > 0
                && ENOUGH.contains(words.strip().toLowerCase(Locale.ROOT))) {
            return keep(open);
        }
        Optional<Reply> personal =
                OpenDraft.isFreeText(step) ? PersonalDataCheck.refusal(open.turn(), words) : Optional.empty();
        if (personal.isPresent()) {
            return presenter.askedAgain(open, personal.get());
        }
        List<SummaryRow> group = GroupLine.from(open.session(), step);
        List<String> figures = GroupLine.parts(words, group.size());
        if (!figures.isEmpty()) {
            return line(open, group, figures);
        }
        Optional<List<String>> all =
                PersonalDataCheck.refusal(open.turn(), words).isPresent()
                        ? Optional.empty()
                        : GroupWords.answered(open, words);
        if (all.isPresent()) {
            return OldButtons.rewritten(
                    open,
                    Markup.escape(String.join("; ", all.get())) + " ✓",
                    presenter.show(open).andDo(tx -> answered(tx, open, "")));
        }
        Answer typed = new Answer.Typed(words);
        Outcome outcome = open.session().answer(typed);
        if (outcome instanceof Outcome.Accepted) {
            Reply next = presenter.show(open).andDo(tx -> answered(tx, open, said.message()));
            return OldButtons.answered(open, typed, next);
        }
        Outcome.Rejected rejected = (Outcome.Rejected) outcome;
        boolean asks = NO_ANSWER.contains(rejected.reason()) && QuestionDetector.in(words);
        return asks ? interrupted(open, words).orElseGet(() -> refused(open, rejected)) : refused(open, rejected);
    }

    /** Figures for as many questions, one after the other; the first that is refused is asked again. */
    private Reply line(OpenDraft open, List<SummaryRow> group, List<String> figures) {
        FormSession session = open.session();
        List<String> said = new ArrayList<>();
        String trouble = "";
        for (int i = 0; i < figures.size() && trouble.isEmpty(); i++) {
            SummaryRow row = group.get(i);
            if (!isAt(session, row.ref())) {
                session.visit(row.ref());
            }
            if (!isAt(session, row.ref())) {
                // Answers before it have closed it.
                trouble = open.turn()
                        .say("report.groupLeft", "figures", String.join(", ", figures.subList(i, figures.size())));
            } else if (session.answer(new Answer.Typed(figures.get(i))) instanceof Outcome.Rejected rejected) {
                if (i == 0) {
                    return refused(open, rejected);
                }
                trouble = "⚠️ " + Markup.escape(figures.get(i) + ": " + rejected.message());
            } else {
                said.add(row.label() + " "
                        + session.given(row.ref()).map(CurrentAnswer::text).orElse("–"));
            }
        }
        Reply next = presenter.show(open).andDo(tx -> answered(tx, open, ""));
        Reply told = trouble.isEmpty() ? next : next.afterSaying(trouble);
        return OldButtons.rewritten(open, Markup.escape(String.join("; ", said)) + " ✓", told);
    }

    private static boolean isAt(FormSession session, String ref) {
        return session.current() instanceof Step.Question now && now.ref().equals(ref);
    }

    /** All figures of a group stay as they are. */
    Optional<Reply> keepGroup(OpenDraft open) {
        List<SummaryRow> group = GroupLine.from(open.session(), open.step());
        List<String> given = GroupLine.given(group);
        return given.isEmpty() ? Optional.empty() : Optional.of(line(open, group, given));
    }

    /** The answers of a group as the unit's last report has them. */
    Optional<Reply> groupAsLast(OpenDraft open, String report) {
        return presenter
                .takeLast(open, report)
                .map(said -> OldButtons.rewritten(
                        open,
                        Markup.escape(String.join("; ", said)) + " ✓",
                        presenter.show(open).andDo(tx -> answered(tx, open, ""))));
    }

    /** An edit of the message that answers is an edit of the answer. */
    private static void answered(Tx tx, OpenDraft open, String message) {
        String draft = open.draft().id();
        if (open.step() instanceof Step.Question question && !message.isEmpty()) {
            AnswerMessages.put(
                    tx,
                    open.turn().address(),
                    message,
                    draft,
                    question.ref(),
                    open.turn().now());
        } else if (open.step() instanceof Step.Question question) {
            AnswerMessages.forget(tx, draft, question.ref());
        }
    }

    /** Somebody answers the question, and the form asks its own again. */
    private Optional<Reply> interrupted(OpenDraft open, String words) {
        return questions.answer(open.turn(), words).map(reply -> {
            if (!(reply.dialog() instanceof Reply.Next.Keep)) {
                return reply;
            }
            StepView.Shown shown = presenter.shown(open);
            return reply.andSay(open.turn().say("report.backToForm") + "\n\n" + shown.text(), shown.buttons());
        });
    }

    private Optional<Reply> received(OpenDraft open, Incoming.File file) {
        Draft draft = open.draft();
        boolean sameAlbum = !file.album().isEmpty() && file.album().equals(draft.album());
        if (sameAlbum && draft.count(draft.albumRef()) > 0) {
            return Optional.of(files.more(open, file));
        }
        if (!(open.step() instanceof Step.Question question) || !question.type().isFile()) {
            return late(open, file);
        }
        if (!Attachment.fits(question.type(), file)) {
            return Optional.of(notThis(open, "report.otherFile"));
        }
        return Optional.of(files.answer(open, question, file));
    }

    /** A file where none is asked for. It may be meant for a question that the person has left behind. */
    private Optional<Reply> late(OpenDraft open, Incoming.File file) {
        boolean atEnd = open.step() instanceof Step.End;
        Optional<String> left = open.session().summary().stream()
                .filter(row -> row.editable() && Attachment.fits(row.type(), file))
                .filter(row -> atEnd || open.draft().count(row.ref()) > 0)
                .reduce((first, second) -> second)
                .map(SummaryRow::label);
        if (atEnd) {
            // Without such a question it is for somebody else.
            return left.map(label -> notThis(open, "report.fileAtSummary", "question", label));
        }
        return Optional.of(left.map(label -> notThis(open, "report.fileLate", "question", label))
                .orElseGet(() -> notThis(open, "report.noFileHere")));
    }

    /** What was sent is no answer here: says so, and asks again. */
    private Reply notThis(OpenDraft open, String key, Object... values) {
        return presenter.askedAgain(open, Reply.say(open.turn().say(key, values)));
    }

    /** The files of a question are taken back, and it is asked again. */
    Optional<Reply> removeFiles(OpenDraft open) {
        if (!(open.step() instanceof Step.Question question) || !question.type().isFile()) {
            return Optional.empty();
        }
        open.session().fill(Map.of(question.ref(), ""));
        return Optional.of(
                presenter.show(open, open.draft().without(question.ref()).receiving("", "")));
    }

    Reply answer(OpenDraft open, Answer answer) {
        Outcome outcome = open.session().answer(answer);
        return outcome instanceof Outcome.Accepted
                ? OldButtons.answered(open, answer, presenter.show(open).andDo(tx -> answered(tx, open, "")))
                : refused(open, (Outcome.Rejected) outcome);
    }

    private Reply refused(OpenDraft open, Outcome.Rejected rejected) {
        String why = "⚠️ " + Markup.escape(rejected.message());
        if (open.step() instanceof Step.Question question
                && !rejected.candidates().isEmpty()) {
            StepView.Shown which = open.view().candidates(question, why, rejected.candidates());
            return Reply.say(which.text(), which.buttons());
        }
        StepView.Shown shown = presenter.shown(open);
        return Reply.say(why + "\n\n" + shown.text(), shown.buttons());
    }

    Optional<Reply> choice(OpenDraft open, int index) {
        return open.step() instanceof Step.Question question
                        && index < question.choices().size()
                ? Optional.of(answer(
                        open, new Answer.Chosen(question.choices().get(index).value())))
                : Optional.empty();
    }

    /** The same words as an earlier report's. */
    Optional<Reply> asEarlier(OpenDraft open, int index) {
        List<String> said = presenter.earlier(open);
        return index < said.size() ? Optional.of(answer(open, new Answer.Typed(said.get(index)))) : Optional.empty();
    }

    /** What there is stays, or nothing comes in its place. */
    Reply none(OpenDraft open) {
        if (open.step() instanceof Step.Question question && open.draft().count(question.ref()) > 0) {
            return removeFiles(open).map(reply -> OldButtons.left(open, reply)).orElseGet(Reply::nothing);
        }
        return answer(open, open.step() instanceof Step.RepeatPrompt ? new Answer.Another(false) : new Answer.Blank());
    }

    Reply keep(OpenDraft open) {
        if (!(open.step() instanceof Step.Question question)
                || question.answer().isEmpty()) {
            return answer(open, new Answer.Blank());
        }
        List<String> values = question.answer().get().values();
        if (question.type().hasChoices()) {
            return answer(open, new Answer.ChosenMany(values));
        }
        return answer(
                open,
                question.type().isFile()
                        ? new Answer.File(values.get(0))
                        : new Answer.Typed(question.answer().get().text()));
    }
}
