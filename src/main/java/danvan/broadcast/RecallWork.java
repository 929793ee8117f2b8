package danvan.broadcast;

import danvan.chat.Outgoing;
import danvan.conversation.JobRun;
import danvan.conversation.JobWork;
import danvan.outbox.Outbox;
import danvan.outbox.Priority;
import danvan.storage.Database;
import danvan.text.Language;
import danvan.text.Texts;
import java.time.Duration;
import java.util.List;

/** Withdraws what a broadcast has not sent yet and, where it is recalled, takes back what it has: each message once. */
final class RecallWork implements JobWork {
    /**
     * What was ordered.
     *
     * @param deletable whether files can still be deleted on the phones: a picture cannot be written over
     */
    record Order(String code, Way way, String language, boolean deletable) {}

    enum Way {
        /** What was not sent is not sent any more; what was stays. */
        STOP,
        DELETE,
        /** The message stays, its words are replaced. */
        EDIT
    }

    private static final int CHUNK = 200;
    /** The withdrawing is over; what was under way meanwhile may yet arrive. */
    private static final String WITHDRAWN = "withdrawn";
    /** Longer than any request takes: by then what was under way has arrived or never will. */
    static final Duration UNDER_WAY = Duration.ofSeconds(100);

    private final Database database;
    private final Broadcasts broadcasts;
    private final Outbox outbox;
    private final Texts texts;

    RecallWork(Database database, Outbox outbox, Texts texts) {
        this.database = database;
        this.broadcasts = new Broadcasts(database);
        this.outbox = outbox;
        this.texts = texts;
    }

    @Override
    public void run(JobRun run) {
        Order order = run.order(Order.class);
        if (run.mark().equals(WITHDRAWN)) {
            settle(run, order);
            run.finish(List.of(), tx -> {});
            return;
        }
        long last = 0;
        for (List<Broadcasts.Told> chunk = broadcasts.in(order.code(), "QUEUED", last, CHUNK);
                !chunk.isEmpty();
                chunk = broadcasts.in(order.code(), "QUEUED", last, CHUNK)) {
            List<Broadcasts.Told> now = chunk;
            run.step("", tx -> {
                for (Broadcasts.Told told : now) {
                    outbox.withdraw(tx, told.queued());
                    BroadcastFiles.sent(tx, order.code(), told.member()).forEach(number -> outbox.withdraw(tx, number));
                }
            });
            last = chunk.get(chunk.size() - 1).member();
        }
        settle(run, order);
        run.step(WITHDRAWN, tx -> {});
        run.later(UNDER_WAY);
    }

    private void settle(JobRun run, Order order) {
        database.change(tx -> Broadcasts.settle(tx, order.code()));
        if (order.way() != Way.STOP) {
            takeBack(run, order);
        }
    }

    private void takeBack(JobRun run, Order order) {
        for (List<Broadcasts.Told> chunk = broadcasts.in(order.code(), "DELIVERED", 0, CHUNK);
                !chunk.isEmpty();
                chunk = broadcasts.in(order.code(), "DELIVERED", 0, CHUNK)) {
            List<Broadcasts.Told> now = chunk;
            run.step(run.mark(), tx -> {
                for (Broadcasts.Told told : now) {
                    long number = outbox.add(tx, told.address(), back(order, told), Priority.BROADCAST);
                    Broadcasts.recalled(tx, order.code(), told.member(), number);
                    for (long carried : BroadcastFiles.sent(tx, order.code(), told.member())) {
                        outbox.withdraw(tx, carried);
                        outbox.add(tx, told.address(), backFile(order, told, carried), Priority.BROADCAST);
                    }
                }
            });
        }
    }

    private Outgoing backFile(Order order, Broadcasts.Told told, long carried) {
        String message = Outgoing.sent(carried);
        return order.deletable()
                ? new Outgoing.Delete(message)
                : new Outgoing.Edit(message, texts.in(told.language()).say("office.recalled"), List.of());
    }

    private Outgoing back(Order order, Broadcasts.Told told) {
        String message = Outgoing.sent(told.queued());
        return order.way() == Way.DELETE
                ? new Outgoing.Delete(message)
                : new Outgoing.Edit(message, texts.in(told.language()).say("office.recalled"), List.of());
    }

    @Override
    public String apology(JobRun run) {
        return texts.in(Language.of(run.order(Order.class).language()).orElse(Language.VI))
                .say("office.failed");
    }
}
