package danvan.broadcast;

import danvan.chat.Button;
import danvan.chat.Role;
import danvan.conversation.Actions;
import danvan.conversation.Command;
import danvan.conversation.Dialog;
import danvan.conversation.Downloads;
import danvan.conversation.Feature;
import danvan.conversation.Jobs;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.desk.port.BroadcastOffice;
import danvan.organization.directory.AuditNote;
import danvan.organization.directory.Organization;
import danvan.outbox.Outbox;
import danvan.storage.Database;
import danvan.storage.Files;
import danvan.text.Markup;
import danvan.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code /broadcast} and {@code /broadcasts}: the office tells many something, sees who has read it, takes it back. */
public final class BroadcastFeature implements Feature {
    static final String NAME = "broadcast";
    static final String RECALL = "broadcast-recall";
    /** A message of Telegram's holds 4,096 characters; the heading needs some. */
    static final int MOST_TEXT = 3_500;

    /** The ways to take a broadcast back, as its buttons and a text name them. */
    private static final String DELETE = "d";

    private static final String EDIT = "e";

    private static final int MOST_LISTED = 8;

    private final Broadcasts broadcasts;
    private final Organization organization;
    private final BroadcastDecisions decisions;
    private final Receipts receipts;
    private final SetTimes times;
    private final BroadcastView view;
    private final Preparation preparation;
    private final BroadcastDialog dialog;
    private final BroadcastFiles files;
    private final Attaching attaching;
    private final DueBroadcasts due;

    /**
     * What it needs of other rooms.
     *
     * @param ids new names, each another
     * @param times how times are read and told
     */
    public record Needs(
            Database database,
            Outbox outbox,
            Jobs jobs,
            Files files,
            Downloads downloads,
            Organization organization,
            AuditNote audit,
            Texts texts,
            Supplier<String> ids,
            SendTimes times) {}

    /** The feature; its jobs are made known to the needs' {@code jobs}. */
    public BroadcastFeature(Needs needs) {
        Database database = needs.database();
        Outbox outbox = needs.outbox();
        Jobs jobs = needs.jobs();
        Texts texts = needs.texts();
        this.broadcasts = new Broadcasts(database);
        this.organization = needs.organization();
        this.receipts = new Receipts(database);
        this.times = new SetTimes(database);
        this.files = new BroadcastFiles(database, needs.files());
        this.view = new BroadcastView(organization, files, needs.times());
        this.decisions =
                new BroadcastDecisions(broadcasts, jobs, organization, needs.audit(), files, view, needs.ids());
        AudienceChoice choice = new AudienceChoice(broadcasts, organization, view);
        this.attaching = new Attaching(files, needs.files(), needs.downloads());
        this.dialog = new BroadcastDialog(broadcasts, decisions, view, choice, attaching, files);
        this.preparation = new Preparation(decisions, choice, dialog, view, files);
        this.due = new DueBroadcasts(database, jobs, outbox, organization, needs.audit(), view, texts);
        jobs.does(NAME, new BroadcastWork(database, outbox, organization, texts));
        jobs.does(RECALL, new RecallWork(database, outbox, texts));
    }

    /** The broadcasts for the desk. */
    public BroadcastOffice office() {
        return new OfficeBroadcasts(
                broadcasts,
                decisions,
                organization,
                receipts,
                times,
                files,
                new OfficePreparation(broadcasts, decisions, organization, attaching, files, view));
    }

    /** Sends what is due; to be called at the times of {@link #next} and as often as one likes. */
    public void sendDue(Instant now, boolean quiet) {
        due.run(now, quiet);
    }

    /** When the next one goes out. */
    public Optional<Instant> next() {
        return due.next();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command(NAME, List.of("thongbao", "duyuru"), "office.helpBroadcast", Role.OFFICE),
                new Command("broadcasts", List.of("cacthongbao", "duyurular"), "office.helpBroadcasts", Role.OFFICE));
    }

    @Override
    public Reply command(Turn turn, String command, String rest) {
        if (command.equals("cancel")) {
            return Reply.say(turn.say("office.cancelled")).andClose();
        }
        if (command.equals("broadcasts")) {
            return list(turn);
        }
        if (!rest.isEmpty()) {
            return dialog.prepared(turn, rest);
        }
        boolean busy = turn.dialog().isPresent() && turn.dialogOf(NAME).isEmpty();
        return busy
                ? Reply.say(turn.say("office.finishFirst"))
                : Reply.say(turn.say("office.askText")).andOpen(NAME, BroadcastDialog.Asking.anew());
    }

    @Override
    public Optional<Reply> heard(Turn turn, Dialog dialog) {
        if (!turn.person().role().atLeast(Role.OFFICE)) {
            return Optional.empty();
        }
        return Optional.of(this.dialog.heard(turn, dialog.state(BroadcastDialog.Asking.class)));
    }

    @Override
    public Reply tap(Turn turn, String action) {
        return BroadcastAct.ACTIONS
                .tap(action)
                .flatMap(tap -> broadcasts.find(tap.value(0)).map(broadcast -> tapped(turn, broadcast, tap)))
                .orElseGet(() -> BroadcastDecisions.old(turn));
    }

    private Reply tapped(Turn turn, Broadcasts.Broadcast broadcast, Actions.Tap<BroadcastAct> tap) {
        if (tap.act() == BroadcastAct.READ) {
            return broadcasts.told(broadcast.code(), turn.person().id())
                    ? read(turn, broadcast)
                    : BroadcastDecisions.old(turn);
        }
        if (!turn.person().role().atLeast(Role.OFFICE) || !mayTouch(turn, broadcast)) {
            return BroadcastDecisions.old(turn);
        }
        if (broadcast.state() == Broadcasts.State.SCHEDULED) {
            return preparation.waiting(turn, broadcast, tap.act());
        }
        boolean prepared = broadcast.state() == Broadcasts.State.PREPARED;
        if (prepared != BroadcastAct.PREPARING.contains(tap.act())) {
            // Sent or dropped at another tap, perhaps by somebody else.
            boolean again = tap.act() == BroadcastAct.SEND || tap.act() == BroadcastAct.DISCARD;
            return again ? Reply.nothing().andToast(turn.plain("office.already")) : BroadcastDecisions.old(turn);
        }
        return prepared
                ? preparation.preparing(turn, broadcast, tap.act(), tap.value(1))
                : running(turn, broadcast, tap.act(), tap.value(1));
    }

    /** What is not sent yet is its author's; what was sent, the office's. */
    private static boolean mayTouch(Turn turn, Broadcasts.Broadcast broadcast) {
        return broadcast.state().isOpenToTheOffice()
                || broadcast.author() == turn.person().id();
    }

    private Reply read(Turn turn, Broadcasts.Broadcast broadcast) {
        if (broadcast.state() == Broadcasts.State.RECALLED) {
            // Tapped on a screen that does not show it yet: the words must not come back.
            return BroadcastDecisions.old(turn);
        }
        String words = broadcast
                .from()
                .map(unit -> turn.say("office.message", "unit", organization.nameOf(unit), "text", broadcast.text()))
                .orElseGet(() -> Markup.escape(broadcast.text()));
        return Reply.nothing()
                .andRewrite(turn, words + "\n\n" + turn.say("office.readMark"), List.of())
                .andToast(turn.plain("office.thanks"))
                .andDo(tx -> Broadcasts.acknowledged(
                        tx, broadcast.code(), turn.person().id(), turn.now()));
    }

    private Reply running(Turn turn, Broadcasts.Broadcast broadcast, BroadcastAct act, String argument) {
        return switch (act) {
            case STANDING -> shown(turn, broadcast);
            case UNREAD -> Reply.say(view.unread(turn, broadcasts.unread(broadcast.code(), Integer.MAX_VALUE)));
            case STOP -> decisions.stopped(turn, broadcast).orElseGet(() -> BroadcastDecisions.old(turn));
            case ASK_DELETE -> asked(turn, broadcast, DELETE);
            case ASK_EDIT -> asked(turn, broadcast, EDIT);
            case RECALL ->
                decisions
                        .recalled(turn, broadcast, argument.equals(DELETE))
                        .orElseGet(() -> BroadcastDecisions.old(turn));
            case KEEP -> Reply.nothing().andRewrite(turn, turn.say("office.kept"), List.of());
            default -> BroadcastDecisions.old(turn);
        };
    }

    /** What thousands have is not taken back at one tap, beside the button that only looks. */
    private Reply asked(Turn turn, Broadcasts.Broadcast broadcast, String way) {
        if (!Broadcasts.State.RECALLED.from().contains(broadcast.state())) {
            return BroadcastDecisions.old(turn);
        }
        long delivered = broadcasts.standing(broadcast.code()).delivered();
        return Reply.say(
                turn.say("office.recallSure", "title", broadcast.title(), "count", delivered, "way", way),
                List.of(List.of(
                        BroadcastView.button(turn.plain("office.recallYes"), BroadcastAct.RECALL, broadcast, way),
                        BroadcastView.button(turn.plain("office.recallNo"), BroadcastAct.KEEP, broadcast, ""))));
    }

    private Reply list(Turn turn) {
        List<List<Button>> rows = new ArrayList<>();
        for (Broadcasts.Broadcast broadcast : times.all()) {
            String at = broadcast
                    .sendAt()
                    .map(time -> view.times().said(time, turn.language()))
                    .orElse("");
            rows.add(List.of(BroadcastView.button(
                    turn.plain("office.listScheduled", "title", broadcast.title(), "at", at),
                    BroadcastAct.STANDING,
                    broadcast,
                    "")));
        }
        for (Broadcasts.Broadcast broadcast : broadcasts.latest(MOST_LISTED, 0)) {
            rows.add(List.of(BroadcastView.button(broadcast.title(), BroadcastAct.STANDING, broadcast, "")));
        }
        return rows.isEmpty() ? Reply.say(turn.say("office.none")) : Reply.say(turn.say("office.list"), rows);
    }

    private Reply shown(Turn turn, Broadcasts.Broadcast broadcast) {
        String text = BroadcastView.standing(turn.texts(), broadcast, broadcasts.standing(broadcast.code()));
        return Reply.nothing().andRewrite(turn, text, BroadcastView.choices(turn.texts(), broadcast));
    }
}
