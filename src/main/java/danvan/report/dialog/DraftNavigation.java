package danvan.report.dialog;

import danvan.chat.Button;
import danvan.conversation.Reply;
import danvan.form.FormSession;
import danvan.form.Repetition;
import danvan.form.Step;
import danvan.form.SummaryRow;
import danvan.report.InPlace;
import danvan.report.store.AnswerCipher;
import danvan.report.store.AnswerMessages;
import danvan.report.store.Draft;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Moves about in a draft: back, to any answer, between pages; takes a repetition away. */
final class DraftNavigation {
    /** By which a person knows a repetition again. */
    private static final int MOST_ANSWERS = 4;

    private final DraftPresenter presenter;

    DraftNavigation(DraftPresenter presenter) {
        this.presenter = presenter;
    }

    Reply back(OpenDraft open) {
        FormSession session = open.session();
        boolean moved = session.back();
        while (moved && session.current() instanceof Step.Note) {
            moved = session.back();
        }
        return presenter.show(open);
    }

    /** The choices of a question, page by page. */
    Optional<Reply> page(OpenDraft open, int page) {
        return open.step() instanceof Step.Question question
                ? Optional.of(inPlace(
                        open,
                        open.view().question(question, List.of(), open.ticks(question), page, Draft.Received.NONE)))
                : Optional.empty();
    }

    /** The days of a month. */
    Optional<Reply> month(OpenDraft open, String written) {
        if (!(open.step() instanceof Step.Question question)) {
            return Optional.empty();
        }
        try {
            YearMonth month = written.isEmpty() ? YearMonth.from(open.today()) : YearMonth.parse(written);
            String text = open.view()
                    .question(question, List.of(), List.of(), 0, Draft.Received.NONE)
                    .text();
            return Optional.of(inPlace(
                    open,
                    new StepView.Shown(
                            text,
                            open.view()
                                    .month(
                                            question,
                                            month,
                                            day -> open.session().accepts(day.toString())))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The questions, to change one. */
    Reply edit(OpenDraft open, DialogAction.Tap tap) {
        FormSession session = open.session();
        boolean answered = tap.what() == DialogAction.EDIT_ANSWERED;
        List<SummaryRow> rows = session.summary();
        boolean underWay = answered || !(open.step() instanceof Step.End);
        boolean removable = !session.repetitions().isEmpty();
        StepView.Shown shown = new StepView.Shown(
                open.turn().say("report.whichToEdit"), open.view().editable(rows, underWay, tap.page(), removable));
        // The list is a message of its own; turning its pages rewrites it.
        boolean turning = tap.what() == DialogAction.EDIT && !tap.argument().isEmpty();
        return turning ? inPlace(open, shown) : Reply.say(shown.text(), shown.buttons());
    }

    Optional<Reply> jump(OpenDraft open, int index) {
        List<SummaryRow> rows = open.session().summary();
        if (index >= rows.size()) {
            return Optional.empty();
        }
        open.session().visit(rows.get(index).ref());
        return Optional.of(presenter.show(open));
    }

    /** The repetitions, to take one away. */
    Optional<Reply> removable(OpenDraft open, int page) {
        List<Repetition> all = open.session().repetitions();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(inPlace(
                        open,
                        new StepView.Shown(
                                open.turn().say("report.whichToRemove"),
                                open.view()
                                        .repetitions(
                                                all.stream()
                                                        .map(Repetition::label)
                                                        .toList(),
                                                page))));
    }

    Optional<Reply> askRemove(OpenDraft open, int index) {
        return at(open, index).map(repetition -> {
            List<String> answers = open.session().summary().stream()
                    .filter(row -> row.ref().startsWith(repetition.place() + "/"))
                    .flatMap(row -> row.answer().map(given -> row.label() + " " + shown(row, given.text())).stream())
                    .limit(MOST_ANSWERS)
                    .toList();
            DialogButtons buttons = open.view().buttons();
            List<Button> row = List.of(
                    buttons.labelled(open.turn().plain("report.removeYes"), DialogAction.REMOVE, index),
                    buttons.of("report.removeNo", DialogAction.SHOW));
            return inPlace(
                    open,
                    new StepView.Shown(
                            open.turn()
                                    .say(
                                            "report.reallyRemove",
                                            "which",
                                            repetition.label(),
                                            "answers",
                                            answers.isEmpty() ? "–" : String.join("; ", answers)),
                            List.of(row)));
        });
    }

    private static String shown(SummaryRow row, String answer) {
        return row.type().isFile() ? "📎" : row.personal() ? AnswerCipher.MASK : answer;
    }

    /** With its files; those of later repetitions move up with their answers. */
    Optional<Reply> remove(OpenDraft open, int index) {
        return at(open, index).map(repetition -> {
            open.session().removeRepetition(repetition.ref());
            Draft left = open.draft()
                    .receiving("", "")
                    .holding(RepeatFiles.movedUp(open.draft().files(), repetition.place()));
            return presenter.show(open, left).andDo(tx -> AnswerMessages.forget(tx, left.id()));
        });
    }

    private static Optional<Repetition> at(OpenDraft open, int index) {
        List<Repetition> all = open.session().repetitions();
        return index < all.size() ? Optional.of(all.get(index)) : Optional.empty();
    }

    private static Reply inPlace(OpenDraft open, StepView.Shown shown) {
        return InPlace.of(open.turn(), shown.text(), shown.buttons());
    }
}
