package danvan.report.desk;

import danvan.report.Means;
import danvan.report.ReportAccess;
import danvan.report.dialog.ReportDialog;
import danvan.report.store.AnswerCipher;
import danvan.report.store.AttachmentTable;
import danvan.report.store.ReportFilter;
import danvan.report.store.ReportOperation;
import danvan.report.store.ReportTable;
import danvan.chat.Button;
import danvan.chat.Incoming;
import danvan.chat.Outgoing;
import danvan.chat.PersonalData;
import danvan.chat.Role;
import danvan.conversation.Command;
import danvan.conversation.Dialog;
import danvan.conversation.Feature;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code /reports} and what becomes of a report: looked at, resolved or returned, talked about, given to somebody. */
public final class ReportDesk implements Feature {
    static final String NAME = "desk";
    private static final int MOST_ASSIGNEES = 12;
    private static final int LONGEST_WORDS = 1_500;

    private final Means means;
    private final ReportDialog dialog;
    private final ReportList lists;
    private final ReportCard card;
    private final ReportAccess handlers;
    private final ReportWorkflow handling;

    public ReportDesk(Means means, ReportDialog dialog) {
        this.means = means;
        this.dialog = dialog;
        this.lists = new ReportList(means);
        this.card = new ReportCard(means);
        this.handlers = new ReportAccess(means);
        this.handling = new ReportWorkflow(means);
    }

    /**
     * The dialog's state: words are awaited for a report.
     *
     * @param change as {@link ReportTable.Report#change} was when they were asked for
     */
    record Awaited(String verb, String receipt, long change) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command("reports", List.of("dagui", "raporlar"), "report.helpMine", Role.CADRE));
    }

    @Override
    public Reply command(Turn turn, String command, String rest) {
        if (command.equals("cancel")) {
            return Reply.say(turn.say("report.wordsCancelled")).andClose();
        }
        return turn.person().role().atLeast(Role.LEAD) ? lists.listed(turn, ReportFilter.FIRST) : lists.mine(turn);
    }

    @Override
    public Reply tap(Turn turn, String action) {
        String[] parts = action.split(":", 2);
        String rest = parts.length > 1 ? parts[1] : "";
        Optional<Reply> reply = switch (parts[0]) {
            case "m" -> Optional.of(lists.mine(turn));
            case "l" -> list(turn, rest);
            case "cs", "cp", "cf", "cu" ->
                turn.person().role().atLeast(Role.LEAD)
                        ? ReportFilter.read(rest).map(filter -> lists.choices(turn, parts[0].charAt(1), filter))
                        : Optional.empty();
            default -> about(turn, parts[0], rest);
        };
        return reply.orElseGet(() -> Reply.nothing().andToast(turn.plain("report.oldButton")));
    }

    private Optional<Reply> list(Turn turn, String rest) {
        return turn.person().role().atLeast(Role.LEAD)
                ? ReportFilter.read(rest).map(filter -> lists.listed(turn, filter))
                : Optional.empty();
    }

    private Optional<Reply> about(Turn turn, String verb, String rest) {
        String[] parts = Arrays.copyOf((rest + "::").split(":", -1), 3);
        Optional<ReportTable.Report> found = found(turn, parts[0]);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        ReportTable.Report report = found.get();
        Optional<ReportOperation> deed = ReportOperation.of(verb).filter(one -> one.isOf(handlers.side(turn.person(), report)));
        if (deed.isEmpty()) {
            return Optional.empty();
        }
        boolean stale = !deed.get().needsNoChange() && !parts[1].equals(Long.toString(report.change()));
        if (stale || !deed.get().in(report.status())) {
            // Something happened since: the button's promise is stale. What is true now is shown.
            return Optional.of(open(turn, report).andToast(turn.plain("report.changedMeanwhile")));
        }
        return switch (verb) {
            case "o" -> Optional.of(open(turn, report));
            case "h" -> Optional.of(Reply.say(card.history(turn, report)));
            case "q" -> Optional.of(Reply.say(card.sources(turn, report)));
            case "f" -> Optional.of(files(turn, report));
            case "y" -> Optional.of(ask(turn, report, verb, "report.writeReply"));
            case "i" -> Optional.of(handling.review(turn, report));
            case "d" -> Optional.of(ask(turn, report, verb, "report.writeResult"));
            case "D" -> Optional.of(handling.resolve(turn, report, "").andClose());
            case "b" -> Optional.of(ask(turn, report, verb, "report.writeReason"));
            case "g" -> Optional.of(assignees(turn, report));
            case "G" -> Optional.of(handling.assign(turn, report, parts[2]));
            case "e" -> Optional.of(dialog.change(turn, report));
            case "w" -> Optional.of(inTime(turn, report, confirm(turn, report)));
            case "W" -> Optional.of(inTime(turn, report, handling.withdraw(turn, report)));
            default -> Optional.empty();
        };
    }

    private Reply inTime(Turn turn, ReportTable.Report report, Reply withdrawing) {
        return card.mayWithdraw(turn, report)
                ? withdrawing
                : open(turn, report).afterSaying(turn.say("report.tooLate"));
    }

    @Override
    public Optional<Reply> heard(Turn turn, Dialog open) {
        Awaited awaited = open.state(Awaited.class);
        Optional<ReportTable.Report> found = found(turn, awaited.receipt());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (!(turn.incoming() instanceof Incoming.Words words)) {
            return Optional.of(Reply.say(turn.say("report.wordsOnly")));
        }
        if (words.text().length() > LONGEST_WORDS) {
            return Optional.of(Reply.say(turn.say("report.wordsTooLong", "most", LONGEST_WORDS)));
        }
        Set<PersonalData.Kind> personal = PersonalData.in(words.text());
        if (!personal.isEmpty()) {
            String kinds = personal.stream()
                    .map(kind -> turn.plain("report.personal." + kind))
                    .collect(Collectors.joining(", "));
            return Optional.of(Reply.say(turn.say("report.personal", "kinds", kinds)));
        }
        ReportTable.Report report = found.get();
        boolean mayStill = ReportOperation.of(awaited.verb())
                .filter(deed -> deed.isOf(handlers.side(turn.person(), report)) && deed.in(report.status()))
                .filter(deed -> deed.needsNoChange() || report.change() == awaited.change())
                .isPresent();
        if (mayStill && awaited.verb().equals("y")) {
            return Optional.of(
                    handling.reply(turn, report, words.text().strip()).andClose());
        }
        if (!mayStill) {
            return Optional.of(open(turn, report)
                    .afterSaying(turn.say("report.changedMeanwhile"))
                    .andClose());
        }
        String said = words.text().strip();
        return Optional.of((awaited.verb().equals("b")
                        ? handling.giveBack(turn, report, said)
                        : handling.resolve(turn, report, said))
                .andClose());
    }

    private Optional<ReportTable.Report> found(Turn turn, String receipt) {
        return ReportTable.Receipt.read(receipt)
                .flatMap(means.reports()::find)
                .filter(report -> handlers.maySee(turn.person(), report));
    }

    private Reply open(Turn turn, ReportTable.Report report) {
        return Reply.say(card.text(turn, report), card.buttons(turn, report));
    }

    private Reply ask(Turn turn, ReportTable.Report report, String verb, String key) {
        List<List<Button>> buttons =
                verb.equals("d") ? List.of(List.of(button(turn.plain("report.noWords"), "D", report))) : List.of();
        Reply reply = Reply.say(turn.say(key, "receipt", report.receipt().toString()), buttons);
        return (turn.dialogOf(ReportDialog.NAME).isPresent() ? reply.afterSaying(turn.say("report.draftKept")) : reply)
                .andOpen(NAME, new Awaited(verb, report.receipt().toString(), report.change()));
    }

    private Reply files(Turn turn, ReportTable.Report report) {
        Reply reply = Reply.nothing();
        for (AttachmentTable.Enclosure file : means.enclosures().ofReport(report.id())) {
            reply = reply.and(new Outgoing.File(
                    file.file(), file.name(), file.mediaType(), caption(turn, report, file), List.of()));
        }
        return reply;
    }

    private static String caption(Turn turn, ReportTable.Report report, AttachmentTable.Enclosure file) {
        String receipt = report.receipt().toString();
        if (file.caption().isEmpty()) {
            return receipt;
        }
        String words = file.sealed() ? AnswerCipher.MASK : file.caption();
        return turn.say("report.fileCaption", "receipt", receipt, "words", words);
    }

    private Reply assignees(Turn turn, ReportTable.Report report) {
        List<List<Button>> rows = new ArrayList<>();
        handlers.assignable(report).stream()
                .limit(MOST_ASSIGNEES)
                .forEach(colleague -> rows.add(List.of(new Button(
                        colleague.name(),
                        NAME + ":G:" + report.receipt() + ":" + report.change() + ":" + colleague.id()))));
        return rows.isEmpty()
                ? Reply.say(turn.say("report.nobodyToAssign"))
                : Reply.say(
                        turn.say(
                                "report.assignWhom", "receipt", report.receipt().toString()),
                        rows);
    }

    private static Reply confirm(Turn turn, ReportTable.Report report) {
        return Reply.say(
                turn.say("report.reallyWithdraw", "receipt", report.receipt().toString()),
                List.of(List.of(
                        button(turn.plain("report.withdrawYes"), "W", report),
                        button(turn.plain("report.withdrawNo"), "o", report))));
    }

    static Button button(String label, String verb, ReportTable.Report report) {
        String shown = label.length() <= 60 ? label : label.substring(0, 59) + "…";
        return new Button(shown, NAME + ":" + verb + ":" + report.receipt() + ":" + report.change());
    }

    public static List<List<Button>> openButton(Texts.Phrases words, ReportTable.Receipt receipt) {
        return ReportCard.openButton(words, receipt);
    }

    /** In the place of the message whose button was tapped, or as a new one. */
    public static Reply inPlace(Turn turn, String text, List<List<Button>> buttons) {
        Reply rewritten = Reply.nothing().andRewrite(turn, text, buttons);
        return rewritten.messages().isEmpty() ? Reply.say(text, buttons) : rewritten;
    }
}
