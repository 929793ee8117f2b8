package danvan.broadcast;

import danvan.chat.Outgoing;
import danvan.chat.Role;
import danvan.conversation.Jobs;
import danvan.organization.directory.AuditNote;
import danvan.organization.directory.Member;
import danvan.organization.directory.Organization;
import danvan.outbox.Outbox;
import danvan.outbox.Priority;
import danvan.storage.Database;
import danvan.storage.Tx;
import danvan.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what was set for a time. Who moves it on sends it, in the same transaction: so it goes once, however often and by however
 * many processes it is looked for, also where the clock went back meanwhile. What is hours late, since the bot was not running, is
 * not sent but given back to its author: an invitation to a meeting that is over helps nobody.
 */
final class DueBroadcasts {
    /** So much later it is still sent. */
    static final Duration LATE = Duration.ofHours(3);

    private static final Logger LOG = LoggerFactory.getLogger(DueBroadcasts.class);

    private final Database database;
    private final SetTimes times;
    private final Jobs jobs;
    private final Outbox outbox;
    private final Organization organization;
    private final AuditNote audit;
    private final BroadcastView view;
    private final Texts texts;

    DueBroadcasts(
            Database database,
            Jobs jobs,
            Outbox outbox,
            Organization organization,
            AuditNote audit,
            BroadcastView view,
            Texts texts) {
        this.database = database;
        this.times = new SetTimes(database);
        this.jobs = jobs;
        this.outbox = outbox;
        this.organization = organization;
        this.audit = audit;
        this.view = view;
        this.texts = texts;
    }

    /** When the next one goes out. */
    Optional<Instant> next() {
        return times.all().stream().flatMap(one -> one.sendAt().stream()).min(Comparator.naturalOrder());
    }

    /**
     * Does what is due.
     *
     * @param quiet whether nobody may be written to now: then all of it waits
     */
    void run(Instant now, boolean quiet) {
        List<Broadcasts.Broadcast> due = quiet
                ? List.of()
                : times.all().stream()
                        .filter(one ->
                                one.sendAt().filter(at -> at.isAfter(now)).isEmpty())
                        .toList();
        for (Broadcasts.Broadcast one : due) {
            Optional<Member> author = organization.member(one.author()).filter(DueBroadcasts::maySend);
            boolean late =
                    one.sendAt().filter(at -> at.plus(LATE).isBefore(now)).isPresent();
            if (author.isEmpty()) {
                leftAlone(one, now);
            } else if (late) {
                givenBack(one, author.get(), now);
            } else {
                sent(one, now);
            }
        }
        if (!due.isEmpty()) {
            outbox.dispatch();
        }
    }

    private static boolean maySend(Member author) {
        return author.role().atLeast(Role.OFFICE);
    }

    private void sent(Broadcasts.Broadcast one, Instant now) {
        long count = one.audience().readers(organization, one.author()).size();
        database.change(tx -> {
            if (!Broadcasts.move(tx, one.code(), Broadcasts.State.SENDING)) {
                return;
            }
            Broadcasts.started(tx, one.code(), now);
            SetTimes.Origin origin = SetTimes.origin(tx, one.code()).orElseThrow();
            jobs.order(
                    tx,
                    BroadcastFeature.NAME,
                    origin.address(),
                    new BroadcastWork.Order(
                            one.code(),
                            origin.language().code(),
                            one.from().orElse(one.audience().unit())));
            note(tx, one, now, "broadcast sent", " (" + count + ")");
        });
    }

    /** Its author decides anew: now, at another time, or not at all. */
    private void givenBack(Broadcasts.Broadcast one, Member author, Instant now) {
        Texts.Phrases words = texts.in(author.language());
        Broadcasts.Broadcast back = one.in(Broadcasts.State.PREPARED).at(Optional.empty());
        String text = words.say(
                        "office.missed",
                        "title",
                        one.title(),
                        "at",
                        view.times().said(one.sendAt().orElse(now), author.language()))
                + "\n\n" + view.preview(words, back);
        database.change(tx -> {
            if (!Broadcasts.move(tx, one.code(), Broadcasts.State.PREPARED)) {
                return;
            }
            SetTimes.time(tx, one.code(), Broadcasts.State.PREPARED, Optional.empty());
            author.chat()
                    .ifPresent(chat -> outbox.add(
                            tx, chat, Outgoing.message(text, view.previewButtons(words, back)), Priority.REMINDER));
            note(tx, one, now, "broadcast missed", "");
        });
        LOG.warn(
                "broadcast {} was to be sent at {} and the bot was not running; it is more than {} late, so its author is asked",
                one.code(),
                one.sendAt().orElse(now),
                LATE);
    }

    /** Nobody answers for it any more. */
    private void leftAlone(Broadcasts.Broadcast one, Instant now) {
        database.change(tx -> {
            if (Broadcasts.move(tx, one.code(), Broadcasts.State.DROPPED)) {
                note(tx, one, now, "broadcast dropped", "");
                LOG.warn(
                        "broadcast {} is not sent: member {}, who set its time, has left or is not of the office any more",
                        one.code(),
                        one.author());
            }
        });
    }

    private void note(Tx tx, Broadcasts.Broadcast one, Instant now, String action, String rest) {
        audit.note(tx, now, one.author(), action, one.code() + " " + one.title() + rest);
    }
}
