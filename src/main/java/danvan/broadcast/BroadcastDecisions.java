package danvan.broadcast;

import danvan.conversation.Jobs;
import danvan.conversation.Reply;
import danvan.conversation.Turn;
import danvan.organization.directory.AuditNote;
import danvan.organization.directory.Organization;
import danvan.storage.Conflict;
import danvan.storage.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What is decided about broadcasts, in the chat and at the desk alike. Whether somebody may decide is asked before. */
final class BroadcastDecisions {
    /** Telegram lets a bot delete for 48 hours. */
    private static final Duration DELETABLE = Duration.ofHours(47);

    private final Broadcasts broadcasts;
    private final Jobs jobs;
    private final Organization organization;
    private final AuditNote audit;
    private final BroadcastFiles files;
    private final BroadcastView view;
    private final Supplier<String> ids;

    BroadcastDecisions(
            Broadcasts broadcasts,
            Jobs jobs,
            Organization organization,
            AuditNote audit,
            BroadcastFiles files,
            BroadcastView view,
            Supplier<String> ids) {
        this.files = files;
        this.view = view;
        this.broadcasts = broadcasts;
        this.jobs = jobs;
        this.organization = organization;
        this.audit = audit;
        this.ids = ids;
    }

    /** What is said to a tap that decides nothing any more. */
    static Reply old(Turn turn) {
        return Reply.nothing().andToast(turn.plain("conversation.oldButton"));
    }

    /** One that is to be {@linkplain #prepare prepared}. */
    Broadcasts.Broadcast drafted(Turn turn, String text, Audience audience) {
        return new Broadcasts.Broadcast(
                ids.get().substring(0, 8),
                turn.person().id(),
                Optional.of(turn.person().unit()),
                text,
                audience,
                Broadcasts.State.PREPARED,
                Optional.empty(),
                Optional.empty());
    }

    void prepare(Tx tx, Turn turn, Broadcasts.Broadcast broadcast) {
        Broadcasts.prepare(
                tx, broadcast.code(), turn.person(), turn.address(), turn.language(), broadcast.text(), turn.now());
        Broadcasts.audience(tx, broadcast.code(), broadcast.audience());
    }

    /** Sent now. */
    Reply sent(Turn turn, Broadcasts.Broadcast broadcast) {
        int count = count(broadcast);
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
                    jobs.order(tx, BroadcastFeature.NAME, turn.address(), order);
                    note(tx, turn, "broadcast sent", broadcast, count);
                });
    }

    /** Sent at the time that is set; it goes to whoever belongs to the audience then. */
    Reply scheduled(Turn turn, Broadcasts.Broadcast broadcast) {
        int count = count(broadcast);
        if (count == 0) {
            return Reply.nothing().andToast(turn.plain("office.nobody"));
        }
        if (broadcast.sendAt().filter(at -> at.isAfter(turn.now())).isEmpty()) {
            return Reply.nothing().andToast(turn.plain("office.timeOver"));
        }
        return Reply.nothing()
                .andRewrite(
                        turn,
                        view.scheduled(turn.texts(), broadcast),
                        view.scheduledButtons(turn.texts(), broadcast, true))
                .andDo(tx -> {
                    moved(tx, broadcast, Broadcasts.State.SCHEDULED);
                    note(tx, turn, "broadcast scheduled", broadcast, count);
                });
    }

    /** What speaks against a time; empty where it can be set. */
    Optional<String> timeRefusal(Turn turn, Instant at) {
        if (!at.isAfter(turn.now())) {
            return Optional.of(turn.say("office.timePast", "at", view.times().said(at, turn.language())));
        }
        return at.isAfter(turn.now().plus(SendTimes.FARTHEST))
                ? Optional.of(turn.say("office.timeFar", "at", view.times().said(at, turn.language())))
                : Optional.empty();
    }

    /** Sets the time, or takes it away; of one that waits for its time that is a change of what is decided. */
    void setTime(Tx tx, Turn turn, Broadcasts.Broadcast broadcast, Optional<Instant> at) {
        if (!SetTimes.time(tx, broadcast.code(), broadcast.state(), at)) {
            throw new Conflict("broadcast " + broadcast.code() + " was decided meanwhile");
        }
        if (broadcast.state() == Broadcasts.State.SCHEDULED) {
            note(tx, turn, "broadcast scheduled", broadcast, count(broadcast));
        }
    }

    /** One that waits for its time waits for its author again. */
    Reply takenBack(Turn turn, Broadcasts.Broadcast broadcast) {
        Broadcasts.Broadcast back = broadcast.in(Broadcasts.State.PREPARED);
        return Reply.nothing()
                .andRewrite(
                        turn,
                        turn.say("office.takenBack") + "\n\n" + view.preview(turn.texts(), back),
                        view.previewButtons(turn.texts(), back))
                .andDo(tx -> {
                    moved(tx, broadcast, Broadcasts.State.PREPARED);
                    note(tx, turn, "broadcast taken back", broadcast, count(broadcast));
                });
    }

    Reply dropped(Turn turn, Broadcasts.Broadcast broadcast) {
        boolean scheduled = broadcast.state() == Broadcasts.State.SCHEDULED;
        return Reply.nothing()
                .andRewrite(turn, turn.say("office.cancelled"), List.of())
                .andDo(tx -> {
                    moved(tx, broadcast, Broadcasts.State.DROPPED);
                    files.clear(tx, broadcast.code());
                    if (scheduled) {
                        note(tx, turn, "broadcast dropped", broadcast, count(broadcast));
                    }
                });
    }

    private int count(Broadcasts.Broadcast broadcast) {
        return broadcast.audience().readers(organization, broadcast.author()).size();
    }

    /** What was not sent is not sent any more; empty where it is over. */
    Optional<Reply> stopped(Turn turn, Broadcasts.Broadcast broadcast) {
        return taken(turn, broadcast, RecallWork.Way.STOP, "office.stopped", Broadcasts.State.CANCELLED);
    }

    /** Taken back from who has it, deleted where the phones still do that; empty where it cannot be. */
    Optional<Reply> recalled(Turn turn, Broadcasts.Broadcast broadcast, boolean delete) {
        return taken(
                turn,
                broadcast,
                delete && isDeletable(broadcast, turn.now()) ? RecallWork.Way.DELETE : RecallWork.Way.EDIT,
                "office.recalling",
                Broadcasts.State.RECALLED);
    }

    static boolean isDeletable(Broadcasts.Broadcast broadcast, Instant now) {
        return broadcast
                .startedAt()
                .filter(at -> now.isBefore(at.plus(DELETABLE)))
                .isPresent();
    }

    private Optional<Reply> taken(
            Turn turn, Broadcasts.Broadcast broadcast, RecallWork.Way way, String said, Broadcasts.State to) {
        if (!to.from().contains(broadcast.state())) {
            return Optional.empty();
        }
        RecallWork.Order order =
                new RecallWork.Order(broadcast.code(), way, turn.language().code(), isDeletable(broadcast, turn.now()));
        Reply reply = way == RecallWork.Way.STOP
                ? Reply.say(turn.say(said))
                : Reply.nothing().andRewrite(turn, turn.say(said), List.of());
        return Optional.of(reply.andDo(tx -> {
            moved(tx, broadcast, to);
            jobs.order(tx, BroadcastFeature.RECALL, turn.address(), order);
            note(
                    tx,
                    turn,
                    way == RecallWork.Way.STOP ? "broadcast stopped" : "broadcast recalled",
                    broadcast,
                    broadcasts.standing(broadcast.code()).delivered());
        }));
    }

    /** A second tap, also one of another person's, finds it decided: the turn begins again and says so. */
    private static void moved(Tx tx, Broadcasts.Broadcast broadcast, Broadcasts.State to) {
        if (!Broadcasts.move(tx, broadcast.code(), to)) {
            throw new Conflict("broadcast " + broadcast.code() + " was decided meanwhile");
        }
    }

    private void note(Tx tx, Turn turn, String action, Broadcasts.Broadcast broadcast, long people) {
        audit.note(
                tx,
                turn.now(),
                turn.person().id(),
                action,
                broadcast.code() + " " + broadcast.title() + " (" + people + ")");
    }
}
