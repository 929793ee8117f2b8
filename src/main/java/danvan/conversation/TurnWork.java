package danvan.conversation;

import danvan.chat.Address;
import danvan.chat.Incoming;
import danvan.chat.Outgoing;
import danvan.chat.Person;
import danvan.inbox.Inbox;
import danvan.inbox.Received;
import danvan.outbox.Outbox;
import danvan.outbox.Priority;
import danvan.storage.Conflict;
import danvan.storage.Database;
import danvan.storage.Tx;
import danvan.text.Language;
import danvan.text.Texts;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * One turn: finds out who speaks and what is open, has the switchboard answer, and keeps all of it in one transaction:
 * the update done, the dialog moved, the feature's changes, the messages in the outbox.
 */
public final class TurnWork {
    /** How often a turn is repeated because somebody changed what it had read. */
    private static final int ATTEMPTS = 20;

    private final Database database;
    private final Inbox inbox;
    private final Outbox outbox;
    private final Directory directory;
    private final FeatureRouter switchboard;
    private final Dialogs dialogs;
    private final Texts texts;
    private final Language language;
    private final Clock clock;
    private final Uploads uploads;

    /**
     * The work of turns.
     *
     * @param language what is spoken to who has chosen none
     * @param clock the bot's clock, which in a rehearsal is not the real time
     */
    public TurnWork(
            Database database,
            Inbox inbox,
            Outbox outbox,
            Directory directory,
            FeatureRouter switchboard,
            Texts texts,
            Language language,
            Clock clock,
            Uploads uploads) {
        this.database = database;
        this.inbox = inbox;
        this.outbox = outbox;
        this.directory = directory;
        this.switchboard = switchboard;
        this.dialogs = new Dialogs(database);
        this.texts = texts;
        this.language = language;
        this.clock = clock;
        this.uploads = uploads;
    }

    /** Whether a dialog with the member behind an address is open. */
    public boolean inDialog(Address address) {
        return directory
                .member(address)
                .filter(person -> dialogs.of(person.id()).dialog().isPresent())
                .isPresent();
    }

    void work(Received update) {
        for (int attempt = 1; ; attempt++) {
            try {
                workOnce(update);
                outbox.dispatch();
                return;
            } catch (Conflict e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** Ends an update that cannot be processed, and tells the person so. */
    void giveUp(Received update, String reason) {
        Optional<Person> person = directory.member(update.from());
        Reply reply = person.map(member -> Reply.say(phrases(member).say("conversation.failed")))
                .orElse(Reply.nothing());
        database.change(tx -> {
            inbox.done(tx, update, "failed: " + reason);
            send(tx, update, reply);
        });
        outbox.dispatch();
    }

    private void workOnce(Received update) {
        Instant now = clock.instant();
        if (update.incoming() instanceof Incoming.Presence presence) {
            database.change(tx -> {
                inbox.done(tx, update, "presence");
                inbox.thinOut(tx, update.from());
                directory.seen(tx, update.from(), presence.reachable(), now);
            });
            return;
        }
        Optional<Person> member = directory.member(update.from());
        if (member.isEmpty() && update.incoming() instanceof Incoming.Words) {
            member = directory.admit(update.from(), update.senderName(), now);
        }
        if (member.isPresent()) {
            answer(update, member.get(), now);
        } else {
            directory
                    .invited(update.from(), update.senderName(), update.incoming(), now)
                    .ifPresentOrElse(
                            welcome -> keep(update, "invited", welcome, Priority.REPLY),
                            () -> keep(
                                    update,
                                    "stranger",
                                    directory.stranger(update.from(), update.senderName(), update.incoming(), now),
                                    Priority.STRANGER));
        }
    }

    private void keep(Received update, String outcome, Reply reply, Priority priority) {
        database.change(tx -> {
            inbox.done(tx, update, outcome);
            if (priority == Priority.STRANGER) {
                inbox.thinOut(tx, update.from());
            }
            reply.effects().forEach(effect -> effect.apply(tx));
            send(tx, update, reply, priority);
        });
    }

    private void answer(Received update, Person person, Instant now) {
        Dialogs.Open open = dialogs.of(person.id());
        Turn turn = new Turn(
                person, update.from(), update.incoming(), now, open.dialog(), open.revision(), phrases(person));
        Reply reply = answered(turn);
        database.change(tx -> {
            inbox.done(tx, update, "answered");
            directory.seen(tx, update.from(), true, now);
            dialogs.move(tx, person.id(), open.revision(), reply.dialog(), now);
            reply.effects().forEach(effect -> effect.apply(tx));
            send(tx, update, reply);
        });
    }

    /** Who sends more files than a day has room for is told so, before any of them is fetched. */
    private Reply answered(Turn turn) {
        if (!(turn.incoming() instanceof Incoming.File file)) {
            return switchboard.answer(turn);
        }
        Person person = turn.person();
        if (!uploads.takes(person, file, turn.now())) {
            Uploads.Limits most = uploads.of(person);
            return Reply.say(turn.say(
                    "conversation.tooManyFiles", "files", most.files(), "megabytes", most.bytes() / (1 << 20)));
        }
        return switchboard.answer(turn).andDo(tx -> uploads.work(tx, person, file, turn.now()));
    }

    private void send(Tx tx, Received update, Reply reply) {
        send(tx, update, reply, Priority.REPLY);
    }

    private void send(Tx tx, Received update, Reply reply, Priority priority) {
        if (update.incoming() instanceof Incoming.Tap tap && !tap.tapId().isEmpty()) {
            outbox.add(tx, update.from(), new Outgoing.Ack(tap.tapId(), reply.toast()), priority);
        }
        long buttons = 0;
        for (Outgoing message : reply.messages()) {
            long number = outbox.add(tx, update.from(), message, priority);
            buttons = message instanceof Outgoing.Message words
                            && !words.buttons().isEmpty()
                    ? number
                    : buttons;
        }
        if (buttons > 0 && reply.numbered().isPresent()) {
            reply.numbered().get().is(tx, buttons);
        }
        for (Reply.Notice notice : reply.notices()) {
            outbox.add(tx, notice.to(), notice.what(), Priority.REMINDER);
        }
    }

    private Texts.Phrases phrases(Person person) {
        return texts.in(person.language().orElse(language));
    }
}
