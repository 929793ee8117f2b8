package danvan.broadcast;

import danvan.chat.Button;
import danvan.chat.Incoming;
import danvan.chat.Role;
import danvan.conversation.Actions;
import danvan.conversation.Command;
import danvan.conversation.Dialog;
import danvan.conversation.Feature;
import danvan.conversation.Jobs;
import danvan.conversation.PrivacyCheck;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.organization.directory.AuditNote;
import danvan.organization.directory.Organization;
import danvan.outbox.Outbox;
import danvan.storage.Conflict;
import danvan.storage.Database;
import danvan.storage.Tx;
import danvan.text.Markup;
import danvan.text.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code /broadcast} and {@code /broadcasts}: the office tells many something, sees who has read it, takes it back. */
public final class BroadcastFeature implements Feature {
    static final String NAME = "broadcast";
    private static final String RECALL = "broadcast-recall";
    /** A message of Telegram's holds 4,096 characters; the heading needs some. */
    private static final int MOST_TEXT = 3_500;

    /** The ways to take a broadcast back, as its buttons and a text name them. */
    private static final String DELETE = "d";

    private static final String EDIT = "e";

    private static final int MOST_LISTED = 8;
    /** Telegram lets a bot delete for 48 hours. */
    private static final Duration DELETABLE = Duration.ofHours(47);

    /** The dialog: waiting for the text, or for a broadcast's list of names. */
    record Asking(String list) {}

    private final Broadcasts broadcasts;
    private final Jobs jobs;
    private final Organization organization;
    private final Supplier<String> ids;
    private final AuditNote audit;
    private final BroadcastView view;
    private final AudienceChoice choice;

    /** The feature; its jobs are made known to {@code jobs}. */
    public BroadcastFeature(
            Database database,
            Outbox outbox,
            Jobs jobs,
            Organization organization,
            AuditNote audit,
            Texts texts,
            Supplier<String> ids) {
        this.broadcasts = new Broadcasts(database);
        this.jobs = jobs;
        this.organization = organization;
        this.ids = ids;
        this.audit = audit;
        this.view = new BroadcastView(organization);
        this.choice = new AudienceChoice(broadcasts, organization, view);
        jobs.does(NAME, new BroadcastWork(database, outbox, organization, texts));
        jobs.does(RECALL, new RecallWork(database, outbox, texts));
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
            return prepared(turn, rest);
        }
        boolean busy = turn.dialog().isPresent() && turn.dialogOf(NAME).isEmpty();
        return busy
                ? Reply.say(turn.say("office.finishFirst"))
                : Reply.say(turn.say("office.askText")).andOpen(NAME, new Asking(""));
    }

    @Override
    public Optional<Reply> heard(Turn turn, Dialog dialog) {
        if (!turn.person().role().atLeast(Role.OFFICE)) {
            return Optional.empty();
        }
        if (!(turn.incoming() instanceof Incoming.Words words)) {
            return Optional.of(Reply.say(turn.say("office.onlyText")));
        }
        String list = dialog.state(Asking.class).list();
        return Optional.of(list.isEmpty() ? prepared(turn, words.text()) : choice.listed(turn, list, words.text()));
    }

    private Reply prepared(Turn turn, String text) {
        if (text.length() > MOST_TEXT) {
            return Reply.say(turn.say("office.tooLong", "length", text.length(), "most", MOST_TEXT));
        }
        Optional<Reply> refused = PrivacyCheck.officeRefusal(turn, text);
        if (refused.isPresent()) {
            return refused.get();
        }
        String code = ids.get().substring(0, 8);
        Audience audience = Audience.all(turn.person().unit());
        Broadcasts.Broadcast broadcast = new Broadcasts.Broadcast(
                code,
                turn.person().id(),
                Optional.of(turn.person().unit()),
                text,
                audience,
                Broadcasts.State.PREPARED,
                Optional.empty());
        Reply reply = Reply.say(view.preview(turn, broadcast), view.previewButtons(turn, broadcast))
                .andDo(tx ->
                        Broadcasts.prepare(tx, code, turn.person(), turn.address(), turn.language(), text, turn.now()));
        return turn.dialogOf(NAME).isPresent() ? reply.andClose() : reply;
    }

    @Override
    public Reply tap(Turn turn, String action) {
        return BroadcastAct.ACTIONS
                .tap(action)
                .flatMap(tap -> broadcasts.find(tap.value(0)).map(broadcast -> tapped(turn, broadcast, tap)))
                .orElseGet(() -> old(turn));
    }

    private Reply tapped(Turn turn, Broadcasts.Broadcast broadcast, Actions.Tap<BroadcastAct> tap) {
        if (tap.act() == BroadcastAct.READ) {
            return broadcasts.told(broadcast.code(), turn.person().id()) ? read(turn, broadcast) : old(turn);
        }
        if (!turn.person().role().atLeast(Role.OFFICE) || !mayTouch(turn, broadcast)) {
            return old(turn);
        }
        boolean prepared = broadcast.state() == Broadcasts.State.PREPARED;
        if (prepared != BroadcastAct.PREPARING.contains(tap.act())) {
            // Sent or dropped at another tap, perhaps by somebody else.
            boolean again = tap.act() == BroadcastAct.SEND || tap.act() == BroadcastAct.DISCARD;
            return again ? Reply.nothing().andToast(turn.plain("office.already")) : old(turn);
        }
        return prepared
                ? preparing(turn, broadcast, tap.act(), tap.value(1))
                : running(turn, broadcast, tap.act(), tap.value(1));
    }

    /** What is not sent yet is its author's; what was sent, the office's. */
    private static boolean mayTouch(Turn turn, Broadcasts.Broadcast broadcast) {
        return broadcast.state().isOpenToTheOffice()
                || broadcast.author() == turn.person().id();
    }

    static Reply old(Turn turn) {
        return Reply.nothing().andToast(turn.plain("conversation.oldButton"));
    }

    private Reply read(Turn turn, Broadcasts.Broadcast broadcast) {
        if (broadcast.state() == Broadcasts.State.RECALLED) {
            // Tapped on a screen that does not show it yet: the words must not come back.
            return old(turn);
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

    private Reply preparing(Turn turn, Broadcasts.Broadcast broadcast, BroadcastAct act, String argument) {
        return switch (act) {
            case UNITS ->
                choice.chooseUnit(
                        turn, broadcast, argument.isEmpty() ? turn.person().unit() : argument);
            case FOR_UNIT ->
                choice.changed(
                        turn,
                        broadcast,
                        new Audience(argument, broadcast.audience().roles(), List.of()));
            case ROLES -> choice.chooseRoles(turn, broadcast, argument);
            case PREVIEW -> choice.changed(turn, broadcast, broadcast.audience());
            case LIST -> Reply.say(turn.say("office.askList")).andOpen(NAME, new Asking(broadcast.code()));
            case SEND -> start(turn, broadcast);
            case DISCARD ->
                Reply.nothing()
                        .andRewrite(turn, turn.say("office.cancelled"), List.of())
                        .andDo(tx -> moved(tx, broadcast, Broadcasts.State.DROPPED));
            default -> old(turn);
        };
    }

    private Reply start(Turn turn, Broadcasts.Broadcast broadcast) {
        int count = broadcast.audience().readers(organization, broadcast.author()).size();
        if (count == 0) {
            return Reply.nothing().andToast(turn.plain("office.nobody"));
        }
        BroadcastWork.Order order = new BroadcastWork.Order(
                broadcast.code(), turn.language().code(), turn.person().unit());
        return Reply.nothing()
                .andRewrite(turn, turn.say("office.starting", "count", count), List.of())
                .andDo(tx -> {
                    moved(tx, broadcast, Broadcasts.State.SENDING);
                    Broadcasts.started(tx, broadcast.code(), turn.now());
                    jobs.order(tx, NAME, turn.address(), order);
                    note(tx, turn, "broadcast sent", broadcast, count);
                });
    }

    /** A second tap, also one of another person's, finds it decided: the turn begins again and says so. */
    private static void moved(Tx tx, Broadcasts.Broadcast broadcast, Broadcasts.State to) {
        if (!Broadcasts.move(tx, broadcast.code(), to)) {
            throw new Conflict("broadcast " + broadcast.code() + " was decided meanwhile");
        }
    }

    private Reply running(Turn turn, Broadcasts.Broadcast broadcast, BroadcastAct act, String argument) {
        return switch (act) {
            case STANDING -> shown(turn, broadcast);
            case UNREAD -> Reply.say(view.unread(turn, broadcasts.unread(broadcast.code(), Integer.MAX_VALUE)));
            case STOP -> taken(turn, broadcast, RecallWork.Way.STOP, "office.stopped", Broadcasts.State.CANCELLED);
            case ASK_DELETE -> asked(turn, broadcast, DELETE);
            case ASK_EDIT -> asked(turn, broadcast, EDIT);
            case RECALL -> recalled(turn, broadcast, argument);
            case KEEP -> Reply.nothing().andRewrite(turn, turn.say("office.kept"), List.of());
            default -> old(turn);
        };
    }

    /** What thousands have is not taken back at one tap, beside the button that only looks. */
    private Reply asked(Turn turn, Broadcasts.Broadcast broadcast, String way) {
        if (!Broadcasts.State.RECALLED.from().contains(broadcast.state())) {
            return old(turn);
        }
        long delivered = broadcasts.standing(broadcast.code()).delivered();
        return Reply.say(
                turn.say("office.recallSure", "title", broadcast.title(), "count", delivered, "way", way),
                List.of(List.of(
                        BroadcastView.button(turn.plain("office.recallYes"), BroadcastAct.RECALL, broadcast, way),
                        BroadcastView.button(turn.plain("office.recallNo"), BroadcastAct.KEEP, broadcast, ""))));
    }

    private Reply recalled(Turn turn, Broadcasts.Broadcast broadcast, String way) {
        boolean young = broadcast
                .startedAt()
                .filter(at -> turn.now().isBefore(at.plus(DELETABLE)))
                .isPresent();
        return taken(
                turn,
                broadcast,
                young && way.equals(DELETE) ? RecallWork.Way.DELETE : RecallWork.Way.EDIT,
                "office.recalling",
                Broadcasts.State.RECALLED);
    }

    private Reply taken(
            Turn turn, Broadcasts.Broadcast broadcast, RecallWork.Way way, String said, Broadcasts.State to) {
        if (!to.from().contains(broadcast.state())) {
            return old(turn);
        }
        RecallWork.Order order =
                new RecallWork.Order(broadcast.code(), way, turn.language().code());
        Reply reply = way == RecallWork.Way.STOP
                ? Reply.say(turn.say(said))
                : Reply.nothing().andRewrite(turn, turn.say(said), List.of());
        return reply.andDo(tx -> {
            moved(tx, broadcast, to);
            jobs.order(tx, RECALL, turn.address(), order);
            note(
                    tx,
                    turn,
                    way == RecallWork.Way.STOP ? "broadcast stopped" : "broadcast recalled",
                    broadcast,
                    broadcasts.standing(broadcast.code()).delivered());
        });
    }

    private void note(Tx tx, Turn turn, String action, Broadcasts.Broadcast broadcast, long people) {
        audit.note(
                tx,
                turn.now(),
                turn.person().id(),
                action,
                broadcast.code() + " " + broadcast.title() + " (" + people + ")");
    }

    private Reply list(Turn turn) {
        List<List<Button>> rows = new ArrayList<>();
        for (Broadcasts.Broadcast broadcast : broadcasts.latest(MOST_LISTED)) {
            rows.add(List.of(BroadcastView.button(broadcast.title(), BroadcastAct.STANDING, broadcast, "")));
        }
        return rows.isEmpty() ? Reply.say(turn.say("office.none")) : Reply.say(turn.say("office.list"), rows);
    }

    private Reply shown(Turn turn, Broadcasts.Broadcast broadcast) {
        String text = BroadcastView.standing(turn.texts(), broadcast, broadcasts.standing(broadcast.code()));
        return Reply.nothing().andRewrite(turn, text, BroadcastView.choices(turn.texts(), broadcast));
    }
}
