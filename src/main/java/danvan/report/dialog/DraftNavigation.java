package danvan.report.dialog;

import danvan.report.desk.ReportDesk;
import danvan.report.store.AnswerCipher;
import danvan.report.store.AnswerMessages;
import danvan.report.store.AttachmentTable;
import danvan.report.store.Draft;
import danvan.chat.Button;
import danvan.chat.Incoming;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.form.FormSession;
import danvan.form.Repetition;
import danvan.form.Step;
import danvan.form.SummaryRow;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Moves about in a draft: back, to any answer, between pages; takes a repetition away. */
final class DraftNavigation {
    /** By which a person knows a repetition again. */
    private static final int MOST_ANSWERS = 4;

    private final OpenDraft opened;
    private final Turn turn;
    private final FormSession session;
    private final DraftPresenter showing;

    DraftNavigation(OpenDraft opened) {
        this.opened = opened;
        this.turn = opened.turn();
        this.session = opened.session();
        this.showing = new DraftPresenter(opened);
    }

    Reply back() {
        boolean moved = session.back();
        while (moved && session.current() instanceof Step.Note) {
            moved = session.back();
        }
        return showing.show();
    }

    /** The choices of a question, page by page. */
    Optional<Reply> page(int page) {
        return opened.step() instanceof Step.Question question
                ? Optional.of(inPlace(opened.view()
                        .question(
                                question,
                                List.of(),
                                AnswerHandler.ticks(opened.draft(), question),
                                page,
                                Draft.Received.NONE)))
                : Optional.empty();
    }

    /** The days of a month. */
    Optional<Reply> month(String written) {
        if (!(opened.step() instanceof Step.Question question)) {
            return Optional.empty();
        }
        try {
            YearMonth month = written.isEmpty() ? YearMonth.from(opened.today()) : YearMonth.parse(written);
            String text = opened.view()
                    .question(question, List.of(), List.of(), 0, Draft.Received.NONE)
                    .text();
            return Optional.of(inPlace(new StepView.Shown(text, opened.view().month(question, month))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The questions, to change one. */
    Reply edit(boolean answered, int page) {
        List<SummaryRow> rows = session.summary();
        boolean underWay = answered || !(opened.step() instanceof Step.End);
        boolean removable = !session.repetitions().isEmpty();
        StepView.Shown shown = new StepView.Shown(
                turn.say("report.whichToEdit"), opened.view().editable(rows, underWay, page, removable));
        // The list is a message of its own; turning its pages rewrites it.
        boolean turning = turn.incoming() instanceof Incoming.Tap tap
                && tap.action().startsWith(ReportDialog.NAME + ":e:")
                && tap.action().split(":", -1).length > 3;
        return turning ? inPlace(shown) : Reply.say(shown.text(), shown.buttons());
    }

    Optional<Reply> jump(int index) {
        List<SummaryRow> rows = session.summary();
        if (index >= rows.size()) {
            return Optional.empty();
        }
        session.visit(rows.get(index).ref());
        return Optional.of(showing.show());
    }

    /** The repetitions, to take one away. */
    Optional<Reply> removable(int page) {
        List<Repetition> all = session.repetitions();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(inPlace(new StepView.Shown(
                        turn.say("report.whichToRemove"),
                        opened.view()
                                .repetitions(all.stream().map(Repetition::label).toList(), page))));
    }

    Optional<Reply> askRemove(int index) {
        return at(index).map(repetition -> {
            List<String> answers = session.summary().stream()
                    .filter(row -> row.ref().startsWith(repetition.place() + "/"))
                    .flatMap(row -> row.answer().map(given -> row.label() + " " + shown(row, given.text())).stream())
                    .limit(MOST_ANSWERS)
                    .toList();
            StepView view = opened.view();
            List<Button> buttons = List.of(
                    view.labelled(turn.plain("report.removeYes"), "I", Integer.toString(index)),
                    view.button("report.removeNo", "v"));
            return inPlace(new StepView.Shown(
                    turn.say(
                            "report.reallyRemove",
                            "which",
                            repetition.label(),
                            "answers",
                            answers.isEmpty() ? "–" : String.join("; ", answers)),
                    List.of(buttons)));
        });
    }

    private static String shown(SummaryRow row, String answer) {
        return row.type().isFile() ? "📎" : row.personal() ? AnswerCipher.MASK : answer;
    }

    /** With its files; those of later repetitions move up with their answers. */
    Optional<Reply> remove(int index) {
        return at(index).map(repetition -> {
            session.removeRepetition(repetition.ref());
            Draft left = opened.draft()
                    .receiving("", "")
                    .holding(AttachmentTable.movedUp(opened.draft().files(), repetition.place()));
            return showing.show(left).andDo(tx -> AnswerMessages.forget(tx, left.id()));
        });
    }

    private Optional<Repetition> at(int index) {
        List<Repetition> all = session.repetitions();
        return index < all.size() ? Optional.of(all.get(index)) : Optional.empty();
    }

    private Reply inPlace(StepView.Shown shown) {
        return ReportDesk.inPlace(turn, shown.text(), shown.buttons());
    }
}
