package danvan.conversation;

import danvan.chat.Address;
import danvan.chat.Outgoing;
import danvan.outbox.Outbox;
import danvan.outbox.Priority;
import danvan.storage.Database;
import danvan.storage.Json;
import danvan.storage.Tx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One attempt at a job. Belongs to the thread that runs it. */
public final class JobRun {
    /** How long a person watches nothing before hearing how far it is, and between two such words. */
    private static final Duration SILENCE = Duration.ofSeconds(3);

    /** The bot is being closed, or another process has taken the job: it is not finished here. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;

        Stopped() {
            super("stopped", null, false, false);
        }
    }

    private final Database database;
    private final Outbox outbox;
    private final Clock clock;
    private final Jobs.Claim claim;
    private final BooleanSupplier closing;
    private Optional<Long> message;
    private Instant lastSaid;
    private boolean ended;

    JobRun(Database database, Outbox outbox, Clock clock, Jobs.Claim claim, BooleanSupplier closing) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
        this.claim = claim;
        this.closing = closing;
        this.message = claim.message();
        this.lastSaid = clock.instant();
    }

    /** What the turn ordered. */
    public <T> T order(Class<T> type) {
        return Json.read(claim.body(), type);
    }

    /** Where the answer goes. */
    public Address to() {
        return claim.to();
    }

    /** How far an earlier attempt came; empty at the first. */
    public String mark() {
        return claim.mark();
    }

    /** To be called now and then: returns if the work is to go on. */
    public void check() {
        if (closing.getAsBoolean()) {
            throw new Stopped();
        }
    }

    /** Makes a part of the work's changes and writes down that it is done, in one transaction. */
    public void step(String mark, Consumer<Tx> changes) {
        check();
        database.change(tx -> {
            hold(tx, "mark = ?, attempts = 0", mark);
            changes.accept(tx);
        });
        outbox.dispatch();
    }

    /** Says how far it is, if the person has heard nothing for a while: in one message, which is edited in place. */
    public void progress(Supplier<String> text) {
        if (clock.instant().isBefore(lastSaid.plus(SILENCE))) {
            check();
        } else {
            say(text.get(), List.of());
        }
    }

    /** Says it at once, in the same message. */
    public void say(String text, List<List<danvan.chat.Button>> buttons) {
        check();
        lastSaid = clock.instant();
        message = Optional.of(database.write(tx -> {
            long number = message.isPresent()
                    ? edited(tx, message.get(), text, buttons)
                    : outbox.add(tx, claim.to(), Outgoing.message(text, buttons), Priority.REPLY);
            hold(tx, "message = ?", number);
            return number;
        }));
        outbox.dispatch();
    }

    private long edited(Tx tx, long number, String text, List<List<danvan.chat.Button>> buttons) {
        outbox.add(tx, claim.to(), new Outgoing.Edit(Outgoing.sent(number), text, buttons), Priority.REPLY);
        return number;
    }

    /** Ends the job: its last changes and what is said, in one transaction. */
    public void finish(List<Outgoing> said, Consumer<Tx> changes) {
        database.change(tx -> {
            hold(tx, "state = ?, done_at = ?", "DONE", clock.instant());
            changes.accept(tx);
            said.forEach(what -> outbox.add(tx, claim.to(), what, Priority.REPLY));
        });
        ended = true;
        outbox.dispatch();
    }

    /** Puts the job down; it is taken up again after a pause. */
    public void later(Duration pause) {
        database.change(tx -> hold(
                tx,
                "due_at = ?, claimed_by = NULL, attempts = 0",
                clock.instant().plus(pause)));
        ended = true;
    }

    boolean ended() {
        return ended;
    }

    /** Changes the job's row while it is ours. */
    private void hold(Tx tx, String columns, Object... values) {
        Object[] arguments = new Object[values.length + 3];
        System.arraycopy(values, 0, arguments, 0, values.length);
        arguments[values.length] = clock.instant().plus(Jobs.LEASE);
        arguments[values.length + 1] = claim.id();
        arguments[values.length + 2] = claim.node();
        int held = tx.update(
                "UPDATE job SET " + columns + ", claimed_until = ? WHERE id = ? AND claimed_by = ? AND state = 'OPEN'",
                arguments);
        if (held == 0) {
            throw new Stopped();
        }
    }
}
