package danvan.report;

import danvan.chat.Button;
import danvan.chat.Incoming;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.form.Form;
import danvan.form.FormContext;
import danvan.form.FormState;
import danvan.form.Repetition;
import danvan.form.Step;
import danvan.form.SummaryRow;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Moves about in a draft: back, to any answer, between pages; takes a repetition away. */
final class Moving {
    /** By which a person knows a repetition again. */
    private static final int MOST_ANSWERS = 4;

    private final Opened opened;
    private final Turn turn;
    private final Form form;
    private final FormState state;
    private final FormContext context;
    private final Showing showing;

    Moving(Opened opened) {
        this.opened = opened;
        this.turn = opened.turn();
        this.form = opened.form();
        this.state = opened.draft().state();
        this.context = opened.context();
        this.showing = new Showing(opened);
    }

    Reply back() {
        FormState at = form.back(state, context);
        FormState before = form.back(at, context);
        while (form.current(at, context) instanceof Step.Note && !before.equals(at)) {
            at = before;
            before = form.back(at, context);
        }
        return showing.show(at);
    }

    /** The choices of a question, page by page. */
    Optional<Reply> page(int page) {
        return opened.step() instanceof Step.Question question
                ? Optional.of(inPlace(opened.view()
                        .question(
                                question,
                                List.of(),
                                Answering.ticks(opened.draft(), question),
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
        List<SummaryRow> rows = form.summary(state, context);
        boolean underWay = answered || !(opened.step() instanceof Step.End);
        boolean removable = !form.repetitions(state, context).isEmpty();
        StepView.Shown shown = new StepView.Shown(
                turn.say("report.whichToEdit"), opened.view().editable(rows, underWay, page, removable));
        // The list is a message of its own; turning its pages rewrites it.
        boolean turning = turn.incoming() instanceof Incoming.Tap tap
                && tap.action().startsWith(ReportDialog.NAME + ":e:")
                && tap.action().split(":", -1).length > 3;
        return turning ? inPlace(shown) : Reply.say(shown.text(), shown.buttons());
    }

    Optional<Reply> jump(int index) {
        List<SummaryRow> rows = form.summary(state, context);
        return index < rows.size()
                ? Optional.of(showing.show(form.visit(state, rows.get(index).ref(), context)))
                : Optional.empty();
    }

    /** The repetitions, to take one away. */
    Optional<Reply> removable(int page) {
        List<Repetition> all = form.repetitions(state, context);
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(inPlace(new StepView.Shown(
                        turn.say("report.whichToRemove"),
                        opened.view()
                                .repetitions(all.stream().map(Repetition::label).toList(), page))));
    }

    Optional<Reply> askRemove(int index) {
        return at(index).map(repetition -> {
            List<String> answers = form.summary(state, context).stream()
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
        return row.type().isFile() ? "📎" : row.personal() ? Vault.MASK : answer;
    }

    /** With its files; those of later repetitions move up with their answers. */
    Optional<Reply> remove(int index) {
        return at(index).map(repetition -> {
            Draft left = opened.draft()
                    .at(form.removeRepetition(state, repetition.ref(), context))
                    .receiving("", "")
                    .holding(Enclosures.movedUp(opened.draft().files(), repetition.place()));
            return showing.show(left).andDo(tx -> Said.forget(tx, left.id()));
        });
    }

    private Optional<Repetition> at(int index) {
        List<Repetition> all = form.repetitions(state, context);
        return index < all.size() ? Optional.of(all.get(index)) : Optional.empty();
    }

    private Reply inPlace(StepView.Shown shown) {
        return ReportDesk.inPlace(turn, shown.text(), shown.buttons());
    }
}
